using System.CommandLine;
using Cadran.Data.Csv;
using Cadran.Insight;

namespace Cadran.Web.Commands;

/// <summary><c>cadran analyse</c>: the standard analysis of a file of ratings. Results go to standard output or a file, everything else to standard error.</summary>
internal static class AnalyseCommand
{
    public static Command Create()
    {
        var options = new AnalyseOptions();
        Command command = options.On(new Command("analyse", "Analyse a CSV file of ratings: scores, groups, waves, drivers, thresholds, priorities."));
        command.SetAction((parsed, ct) => RunAsync(options.Read(parsed), ct));
        return command;
    }

    private static async Task<int> RunAsync(AnalyseRequest request, CancellationToken ct)
    {
        try
        {
            AnalysisData data = AnalysisFile.Read(request.File, request.Columns, (rows, share) => Say(double.IsNaN(share) ? $"{rows:N0} rows read" : $"{rows:N0} rows read, {share:P0} of the file"));
            Say($"{data.Rows:N0} rows read, analysing");
            AnalysisResult result = Analysis.Run(data, request.Options);
            foreach (string note in Notes(result)) Say(note);
            await WriteAsync(result, request, ct);
            return CadranCommand.Done;
        }
        catch (CsvException wrong) when (wrong.Error.Code == "csv.missing-column") { return Refuse(wrong.Message, CadranCommand.WrongArguments); }
        catch (CsvException wrong) { return Refuse(wrong.Message, CadranCommand.Stopped); }
        catch (IOException failed) { return Refuse(failed.Message, CadranCommand.Stopped); }
        catch (UnauthorizedAccessException failed) { return Refuse(failed.Message, CadranCommand.Stopped); }
    }

    private static IEnumerable<string> Notes(AnalysisResult result)
    {
        if (result.Drivers.Suppressed is { } why) yield return $"No driver analysis: {why}.";
        foreach (CoefficientResult c in result.Drivers.Coefficients)
            if (c.Estimate is null) yield return $"“{c.Code}” repeats other drivers exactly: it has no coefficient of its own.";
        if (result.Drivers.Separable == false) yield return "The drivers cannot be separated by these data: read their order with care.";
    }

    private static async Task WriteAsync(AnalysisResult result, AnalyseRequest request, CancellationToken ct)
    {
        await using Stream output = request.Out is null ? Console.OpenStandardOutput() : new FileStream(request.Out, FileMode.Create, FileAccess.Write);
        if (request.Format == AnalyseFormat.Json)
        {
            await System.Text.Json.JsonSerializer.SerializeAsync(output, result, AnalysisJson.Default.AnalysisResult, ct);
            output.WriteByte((byte)'\n');
            return;
        }
        await using var writer = new StreamWriter(output);
        AnalysisReport report = AnalysisReport.Of(result, request.Options);
        if (request.Format == AnalyseFormat.Html) await AnalysisHtml.WriteAsync(report, writer);
        else await AnalysisText.WriteAsync(report, writer);
    }

    private static void Say(string line) => Console.Error.WriteLine(line);

    private static int Refuse(string reason, int code)
    {
        Say(reason);
        return code;
    }
}
