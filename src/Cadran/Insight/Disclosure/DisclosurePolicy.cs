using Cadran.Statistics;
using Cadran.Statistics.Disclosure;

namespace Cadran.Insight;

/// <summary>
/// The one policy on what may be shown about people (ADR 0501, docs/methods/disclosure.md). Pages, charts, files, reports and commands show
/// what has passed it, because nothing else can read answers.
/// </summary>
/// <remarks>The minimum is on the number of different people behind a figure whose weight is above zero, not on how many chose one
/// answer. A group of nobody has no figure and is no secret.</remarks>
public sealed class DisclosurePolicy
{
    private readonly DisclosureRules rules;

    private DisclosurePolicy(DisclosureRules rules) => this.rules = rules;

    /// <summary>Fewest people behind a published figure.</summary>
    public static int MinimumPeople => DisclosureRules.Public.MinimumRespondents;

    /// <summary>Fewest people who wrote comments before any is shown.</summary>
    public static int MinimumCommenters => DisclosureRules.Sensitive.MinimumRespondents;

    /// <summary>Answers to an open wave from which on anything of it is shown: as many are held back as are shown first.</summary>
    public static int FirstStep => 2 * MinimumPeople;

    internal static DisclosurePolicy Published { get; } = new(DisclosureRules.Public);

    /// <summary>For a file of one's own with another minimum; 1 protects nothing.</summary>
    internal static DisclosurePolicy With(int minimum) => minimum == MinimumPeople ? Published
        : new(new DisclosureRules(minimum, minimum == 1 ? 0 : DisclosureRules.Public.UnanimousBelow));

    internal int Minimum => rules.MinimumRespondents;

    /// <summary>Why a figure about these people is withheld on its own account, or null.</summary>
    internal Suppression? Alone(CellBase cell)
    {
        if (cell.People == 0) return null;
        if (rules.Check(cell.People) is not null) return TooFew;
        return cell.Alike && Unanimous(cell.People) is { } alike ? alike : Growth.IsSmall(cell.Shown, cell.People) ? Beside : null;
    }

    /// <summary>The same without knowing the answers: only their number counts.</summary>
    internal Suppression? Alone(int people) => Alone(new CellBase(people));

    /// <summary>Why figures of so many people who all answered alike are withheld; null when they are many.</summary>
    internal Suppression? Unanimous(int people) => rules.CheckShare(people, people) is null ? null : new(SuppressionReason.Unanimous);

    /// <summary>
    /// Which cells of a one-way table with a published total stay hidden: those withheld on their own account and, as long as the hidden
    /// ones are one cell, or together fewer people than the minimum or joined by fewer since they were shown, the next smallest, since the
    /// total minus the shown ones would tell.
    /// </summary>
    /// <param name="cells">People behind each cell.</param>
    /// <param name="already">Cells hidden for another reason.</param>
    /// <param name="emptyIsSmall">The table is itself a part of another (crossed, filtered): that nobody is in a cell tells something of
    /// the few who are left, so that zero counts as fewer.</param>
    /// <returns>Per cell the reason, or null when it may be shown.</returns>
    /// <remarks>It is <see cref="CellSuppression"/> in one dimension, where the answer needs no search.</remarks>
    internal Suppression?[] Cells(
        ReadOnlySpan<CellBase> cells, ReadOnlySpan<Suppression?> already = default, bool emptyIsSmall = false)
    {
        var hidden = new HiddenCells(cells.Length, Minimum);
        var needed = false;
        for (var c = 0; c < cells.Length; c++)
        {
            var own = cells[c].People == 0 && emptyIsSmall && Minimum > 1 ? TooFew : Alone(cells[c]);
            needed |= own is not null;
            if ((own ?? (already.IsEmpty ? null : already[c])) is { } why)
                hidden.Hide(c, cells[c], why, counts: cells[c].People > 0 || own is not null);
        }
        while (needed && hidden.TellAFew && hidden.SmallestShown(cells) is { } next) hidden.Hide(next, cells[next], Beside);
        return hidden.Reasons;
    }

    /// <summary>Enough people lie on either side of a quantile: with fewer it is near to what one of them said.</summary>
    internal bool MayTellQuantile(int people, double probability) => people * Math.Min(probability, 1 - probability) >= Minimum;

    /// <summary>Would the figure of a part of these people give away the few who are left out of it?</summary>
    internal bool Isolates(int all, int part) => all - part > 0 && all - part < Minimum;

    /// <summary>Hidden because another number could be worked out from it.</summary>
    internal static Suppression Beside { get; } = new(SuppressionReason.Complementary);

    private Suppression TooFew => new(SuppressionReason.TooFewRespondents, $"fewer than {Minimum} respondents");
}
