using Cadran.Benchmarks;
using Cadran.Benchmarks.AgainstR;
using Cadran.Benchmarks.Kill;

// One measurement per file; `all` runs every one in turn. What the numbers are compared with is in docs/budgets.md.
var benchmarks = new Dictionary<string, Func<string[], Task>>
{
    ["analyse"] = AnalyseBenchmark.RunAsync,
    ["results"] = ResultsBenchmark.RunAsync,
    ["answer"] = AnswerBenchmark.RunAsync,
    ["responses"] = ResponsesBenchmark.RunAsync,
    ["import"] = ImportBenchmark.RunAsync,
    ["import-questionnaire"] = QuestionnaireBenchmark.RunAsync,
    ["start"] = StartBenchmark.RunAsync,
    ["lists"] = ListsBenchmark.RunAsync,
    ["coverage"] = CoverageBenchmark.RunAsync,
    ["exports"] = ExportsBenchmark.RunAsync,
    ["cases"] = CasesBenchmark.RunAsync,
    ["mail"] = MailBenchmark.RunAsync,
};
// Needs R, and minutes: never part of `all`.
if (args is ["r", ..]) return await RComparison.RunAsync(args[1..]);
// A proof and no measurement: `make kill`.
if (args is ["kill", ..])
{
    await KillTest.RunAsync(args[1..]);
    return Environment.ExitCode;
}
string[] chosen = args is [] or ["all", ..] ? [.. benchmarks.Keys] : [args[0]];
foreach (string name in chosen)
{
    if (!benchmarks.TryGetValue(name, out var run))
    {
        Console.Error.WriteLine($"No benchmark {name}. There are: {string.Join(", ", benchmarks.Keys)}.");
        return 2;
    }
    Console.WriteLine($"== {name}");
    await run([.. args.Skip(1)]);
}
return 0;
