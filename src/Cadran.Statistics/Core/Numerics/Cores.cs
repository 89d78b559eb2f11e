using System.Runtime.ExceptionServices;

namespace Cadran.Statistics;

/// <summary>Work on several cores that fails as a plain loop would.</summary>
internal static class Cores
{
    /// <summary>A worker's part of so many things: parts are neighbours, and as large as each other or larger by one.</summary>
    public static (int From, int To) Part(int count, int part, int parts) =>
        ((int)((long)count * part / parts), (int)((long)count * (part + 1) / parts));

    /// <summary>
    /// Runs the steps in any order. When some fail, throws what the first of them in order threw: the caller's own
    /// exception, not a collection.
    /// </summary>
    public static void For(int from, int to, Action<int> step, int cores = -1)
    {
        object gate = new();
        var failed = int.MaxValue;
        Exception? why = null;
        Parallel.For(from, to, new ParallelOptions { MaxDegreeOfParallelism = cores }, i =>
        {
            if (i > Volatile.Read(ref failed)) return;
            try { step(i); }
            catch (Exception problem)
            {
                lock (gate)
                    if (i < failed) (failed, why) = (i, problem);
            }
        });
        if (why is not null) ExceptionDispatchInfo.Throw(why);
    }
}
