namespace Cadran.People;

/// <summary>Which organisations lie below which.</summary>
public sealed class OrganisationTree(IEnumerable<(Guid Id, Guid? ParentId)> organisations)
{
    private readonly ILookup<Guid?, Guid> children = organisations.ToLookup(o => o.ParentId, o => o.Id);

    /// <summary>The one above all others; null in an empty installation.</summary>
    public Guid? Top => children[null].Select(id => (Guid?)id).FirstOrDefault();

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
