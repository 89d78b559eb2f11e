using System.Diagnostics;

namespace Cadran.Benchmarks.AgainstR;

/// <summary>One computation, its shortest time and its numbers.</summary>
/// <param name="Seconds">Wall clock.</param>
/// <param name="CpuSeconds">Of all threads; the fairer figure on a busy machine.</param>
internal sealed record Measured(string Task, double Seconds, double CpuSeconds, double[] Values);

internal static class BenchTask
{
    /// <summary>One run to warm up, then the shortest of some.</summary>
    public static Measured Measure(string task, Func<double[]> run, int times = 3)
    {
        var values = run();
        double wall = double.PositiveInfinity, cpu = double.PositiveInfinity;
        for (var k = 0; k < times; k++)
        {
            GC.Collect();
            var before = Process.GetCurrentProcess().TotalProcessorTime;
            var clock = Stopwatch.StartNew();
            values = run();
            wall = Math.Min(wall, clock.Elapsed.TotalSeconds);
            cpu = Math.Min(cpu, (Process.GetCurrentProcess().TotalProcessorTime - before).TotalSeconds);
        }
        return new(task, wall, cpu, values);
    }
}
