using Cadran.Collection;

namespace Cadran.Insight;

/// <summary>
/// What a wave can be reported by, in the order in which groupings take precedence: channel, language, then the choices as they were
/// asked. What comes later gives way, so that what is shown does not depend on what somebody looked at first. Ratings and ticked options
/// come last and are held against all of these, not against one another: nobody is known by what he or she thinks.
/// </summary>
internal static class WaveGroupings
{
    /// <summary>The groupings before this one and, last, itself; none for something the wave does not know.</summary>
    public static IReadOnlyList<Grouping> UpTo(ResponseTable table, string? by)
    {
        if (by is not { Length: > 0 } || WaveAnalyses.GroupsOf(table, by) is not { Levels: > 0 }) return [];
        return [.. Names(table).TakeWhile(name => name != by).Append(by)
            .Select(name => (Name: name, Groups: WaveAnalyses.GroupsOf(table, name))).Where(g => g.Groups is { Levels: > 0 })
            .Select(g => new Grouping(g.Name, g.Groups!))];
    }

    /// <summary>How many people are in each group of a grouping, where that may be said.</summary>
    public static IReadOnlyList<PeopleCount> People(ResponseTable table, string by)
    {
        var groupings = UpTo(table, by);
        if (groupings.Count == 0) return [];
        var counted = new CountedPeople(table.Design);
        var disclosure = new GroupDisclosure(DisclosurePolicy.Published, counted, [], [.. groupings.Select(g => g.Factor)], []);
        var last = groupings.Count - 1;
        return [.. groupings[last].Factor.Labels.Select((label, g) =>
            new PeopleCount(label, disclosure.Whole[last][g] is null ? disclosure.People(last, g) : null))];
    }

    private static IEnumerable<string> Names(ResponseTable table) =>
        [Splits.Channel, Splits.Language, .. Splits.Choices(table.Content).Where(table.Has)];
}
