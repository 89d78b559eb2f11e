namespace Cadran.Insight;

/// <summary>The one place where a change is judged; pages, tables, files and the register only word it.</summary>
public static class ChangeVerdicts
{
    /// <summary>Chance of saying "changed" of what did not.</summary>
    public const double Level = 0.05;

    /// <summary>Among all the changes that were looked at.</summary>
    public static ChangeVerdict AmongAll(this ChangeResult? change)
    {
        ChangeVerdict alone = change.Planned();
        return alone is ChangeVerdict.Gain or ChangeVerdict.Loss && change!.Q >= Level ? ChangeVerdict.OneOfMany : alone;
    }

    /// <summary>By itself: for a measure that was named before anybody looked, such as the one an action aims at.</summary>
    public static ChangeVerdict Planned(this ChangeResult? change) => change switch
    {
        null or { Difference.IsShown: false } => ChangeVerdict.Withheld,
        { P: null } => ChangeVerdict.NoMargin,
        { P: >= Level } => ChangeVerdict.Undecided,
        { Difference.Estimate: > 0 } => ChangeVerdict.Gain,
        _ => ChangeVerdict.Loss,
    };
}
