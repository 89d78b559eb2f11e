using System.Diagnostics;
using System.Globalization;
using Cadran.Questionnaires;

namespace Cadran.Benchmarks;

/// <summary>
/// Reading the largest questionnaires of other tools that are at hand, report included: <c>import-questionnaire [FILE…]</c>. The first run
/// counts by itself, as the command meets it; then the median of five.
/// </summary>
internal static class QuestionnaireBenchmark
{
    private const int Runs = 5;

    public static Task RunAsync(string[] args)
    {
        string data = Environment.GetEnvironmentVariable("CADRAN_DATA") ?? "../shared/data";
        string folder = Path.Combine(data, "forms");
        IEnumerable<string> files = args.Length > 0 ? args : !Directory.Exists(folder) ? []
            : Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).OrderByDescending(f => new FileInfo(f).Length).Take(4);
        if (!files.Any()) Console.WriteLine($"(no {folder}: nothing was measured)");
        foreach (string file in files)
        {
            double first = Once(file, out string said);
            var seconds = Enumerable.Range(0, Runs).Select(_ => Once(file, out said)).Order().ToList();
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"{Path.GetFileName(file)} ({new FileInfo(file).Length / 1000} KB): first {first:0.00} s, then {seconds[Runs / 2]:0.000} "
                    + $"s; {said}"));
        }
        return Task.CompletedTask;
    }

    private static double Once(string file, out string said)
    {
        var watch = Stopwatch.StartNew();
        try
        {
            ImportedQuestionnaire found = QuestionnaireFile.Read(file, Path.GetFileName(file));
            said = $"{found.Content.Questions.Count()} questions, {found.Report.Lines.Count} lines";
        }
        catch (RuleViolationException refused)
        {
            said = refused.Code;
        }
        return watch.Elapsed.TotalSeconds;
    }
}
