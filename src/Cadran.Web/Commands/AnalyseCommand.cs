using System.CommandLine;
using System.Text.Json;
using Cadran.Csv;
using Cadran.Insight;

namespace Cadran.Web.Commands;

/// <summary>
/// <c>cadran analyse</c>: the standard analysis of a file of ratings. Results go to standard output or a file, everything
/// else to standard error.
/// </summary>
internal static class AnalyseCommand
{
    public static Command Create()
    {
        var options = new AnalyseOptions();
        Command command = options.On(new Command("analyse",
            "Analyse a file of ratings: scores, groups, waves, drivers, thresholds, priorities."));
        command.SetAction(async (parsed, ct) => options.Wrong(parsed).ToList() is { Count: > 0 } wrong
            ? await CadranCommand.RefuseAsync(parsed, wrong, parsed.InvocationConfiguration.Error)
            : await RunAsync(options.Read(parsed), parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error, ct));
        return command;
    }

    private static async Task<int> RunAsync(AnalyseRequest request, TextWriter output, TextWriter error, CancellationToken ct)
    {
        try
        {
            AnalysisFile file = AnalysisFile.Read(request.File, request.Columns, (rows, share) =>
                error.WriteLine(double.IsNaN(share) ? $"{rows:N0} rows read" : $"{rows:N0} rows read, {share:P0} of the file"));
            await error.WriteLineAsync($"{file.Rows:N0} rows read, analysing");
            AnalysisResult result = file.Analyse(request.Options);
            foreach (string note in FileNotes.Of(file.Facts).Concat(Notes(result))) await error.WriteLineAsync(note);
            if (request.Out is null) await WriteAsync(result, request, output);
            else
            {
                await using var written = new StreamWriter(request.Out);
                await WriteAsync(result, request, written);
            }
            await output.FlushAsync(ct);
            return CadranCommand.Done;
        }
        catch (CsvException wrong)
        {
            await error.WriteLineAsync(wrong.Message);
            if (wrong.Error.Code == "csv.missing-column")
                await error.WriteLineAsync("A name that holds a comma is given by --driver, or in quotation marks within a list.");
            return wrong.Error.Code is "csv.missing-column" or "csv.duplicate-header" or WaveOrder.Code
                ? CadranCommand.WrongArguments : CadranCommand.Stopped;
        }
        catch (Exception failed) when (failed is IOException or UnauthorizedAccessException)
        {
            await error.WriteLineAsync(failed.Message);
            return CadranCommand.Stopped;
        }
    }

    private static IEnumerable<string> Notes(AnalysisResult result)
    {
        if (result.Drivers.Suppressed is { } why) yield return $"No importance of drivers: {why}.";
        foreach (CoefficientResult c in result.Drivers.Coefficients)
            if (c.Estimate is null) yield return $"“{c.Code}” repeats other drivers exactly: it has no coefficient of its own.";
        if (result.Design.Unbalanced) yield return AnalysisReport.Unbalanced(result.Design, result.N);
        if (result.Drivers.Importance.Where(i => i.WrongSign).Select(i => i.Code).ToArray() is { Length: > 0 } against)
            yield return $"People who rate {string.Join(", ", against)} higher are less satisfied: look for a reversed scale first.";
        if (result.Drivers.FewUnits && result.Drivers.Importance.Count > 1)
            yield return "Too few clusters for intervals and ranks of importance: any order is possible.";
        else if (result.Drivers is { Separable: false, Importance.Count: > 1 })
            yield return "The data cannot put all drivers in order: trust a rank only as far as its best and worst agree.";
    }

    private static async Task WriteAsync(AnalysisResult result, AnalyseRequest request, TextWriter output)
    {
        string name = Path.GetFileName(request.File);
        switch (request.Format)
        {
            case "json":
                AnalysisContract contract = AnalysisContract.Of(result, name);
                await output.WriteLineAsync(JsonSerializer.Serialize(contract, AnalysisContractJson.Default.AnalysisContract));
                break;
            case "html": await AnalysisPage.WriteAsync(AnalysisReport.Of(result, name, request.Options), output); break;
            default: await AnalysisText.WriteAsync(AnalysisReport.Of(result, name, request.Options), output); break;
        }
    }
}
