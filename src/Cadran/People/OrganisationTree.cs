namespace Cadran.People;

/// <summary>Which organisations lie below which.</summary>
public sealed class OrganisationTree
{
    private readonly ILookup<Guid?, Guid> children;
    private readonly Dictionary<Guid, Guid?> parents;

    public OrganisationTree(IEnumerable<(Guid Id, Guid? ParentId)> organisations)
    {
        parents = organisations.ToDictionary(o => o.Id, o => o.ParentId);
        children = parents.ToLookup(o => o.Value, o => o.Key);
    }

    /// <summary>The one above all others; null in an empty installation.</summary>
    public Guid? Top => children[null].Select(id => (Guid?)id).FirstOrDefault();

    /// <summary>The organisation and those above it, the nearest first. Ends whatever the rows say.</summary>
    public IReadOnlyList<Guid> Above(Guid organisationId)
    {
        var found = new List<Guid>();
        for (Guid? at = organisationId; at is { } id && parents.TryGetValue(id, out Guid? next) && !found.Contains(id); at = next)
            found.Add(id);
        return found;
    }

    /// <summary>The organisation and everything below it.</summary>
    public IReadOnlySet<Guid> From(Guid organisationId)
    {
        var found = new HashSet<Guid>();
        var next = new Stack<Guid>([organisationId]);
        while (next.TryPop(out Guid id))
            if (found.Add(id))
                foreach (Guid child in children[id]) next.Push(child);
        return found;
    }
}
