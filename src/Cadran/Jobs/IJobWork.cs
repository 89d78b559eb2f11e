namespace Cadran.Jobs;

/// <summary>One kind of long work. Created in a scope of its own; the database of that scope already knows who asked for it.</summary>
public interface IJobWork
{
    /// <summary>Its name in the rows of jobs, such as <c>catalogue.import</c>.</summary>
    static abstract string Kind { get; }

    /// <summary>
    /// Does the work. Returns the record to keep as the outcome. A <see cref="RuleViolationException"/> ends it with that message.
    /// </summary>
    Task<object?> RunAsync(Job job, IProgress<(long Done, long Total)> progress, CancellationToken ct);
}
