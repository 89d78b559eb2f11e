namespace Cadran.Questionnaires;

/// <summary>A rule of a file, as it is written there, and what it says where we can read it.</summary>
internal sealed record ForeignRule(string Source, ForeignExpression? Means)
{
    /// <summary>Both must hold.</summary>
    public static ForeignRule? Both(ForeignRule? a, ForeignRule? b) =>
        a is null ? b : b is null ? a : new($"({a.Source}) and ({b.Source})",
            a.Means is null || b.Means is null ? null : new ForeignExpression.Binary("and", a.Means, b.Means));
}
