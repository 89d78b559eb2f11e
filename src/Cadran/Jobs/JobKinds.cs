namespace Cadran.Jobs;

/// <summary>The kinds of work that this program knows: those its modules have registered, and no list beside them.</summary>
public sealed class JobKinds(IEnumerable<JobKind> kinds)
{
    private readonly Dictionary<string, JobKind> byName = kinds.ToDictionary(k => k.Kind);

    /// <summary>The kind of that name; null for a row that another version of the program wrote.</summary>
    public JobKind? Find(string kind) => byName.GetValueOrDefault(kind);
}
