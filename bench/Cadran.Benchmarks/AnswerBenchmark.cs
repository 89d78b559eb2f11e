namespace Cadran.Benchmarks;
internal static class AnswerBenchmark { public static Task RunAsync(string[] args) => Task.CompletedTask; }
