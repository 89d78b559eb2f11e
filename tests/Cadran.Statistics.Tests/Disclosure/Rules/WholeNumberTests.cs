using Cadran.Statistics.Disclosure;

namespace Cadran.Statistics.Tests.Disclosure;

/// <summary>
/// Counts of people are whole. Three overlapping readings of four answers, {1,2,4}, {2,3,4} and {1,3,4}, each shown as s: the
/// first three answers then have the same count t and the fourth s − 2t, so that t is at most half of s, rounded down; a reader who
/// allowed half people would believe in half of an odd s.
/// </summary>
public sealed class WholeNumberTests
{
    // Everything else: ten people of a fifth answer, in a table of their own.
    private static LinkedTables Overlapping(int fourth)
    {
        string?[] In(params int[] answers) => [.. Enumerable.Range(1, 5).Select(a => answers.Contains(a) ? "in" : null)];
        int[] codes = [.. Enumerable.Repeat(3, fourth), .. Enumerable.Repeat(4, 10)];
        var answer = new Grouping("answer", Factor.FromCodes(codes, ["1", "2", "3", "4", "5"]), new CoarserGrouping("123", In(1, 2, 3)),
            new CoarserGrouping("124", In(1, 2, 4)), new CoarserGrouping("234", In(2, 3, 4)), new CoarserGrouping("134", In(1, 3, 4)),
            new CoarserGrouping("fifth", In(5)));
        return LinkedTables.Of([answer], ["123"], ["124"], ["234"], ["134"], ["answer"], ["fifth"]);
    }

    private static int Answer(LinkedTables tables, int answer) => tables.Find(4, $"{answer}");
    private static int[] Hidden(LinkedTables tables) =>
        [tables.Find(0, "in"), .. Enumerable.Range(1, 4).Select(a => Answer(tables, a)), tables.Find(4, [null])];

    [Theory]
    [InlineData(1, 0)] // known exactly, which half people would hide
    [InlineData(3, 1)]
    [InlineData(4, 2)]
    [InlineData(7, 3)]
    public void Audit_AllowsNoHalfPeople(int shown, long most)
    {
        var tables = Overlapping(shown);
        var audit = LinkedSuppression.Audit(tables, Hidden(tables));
        for (var a = 1; a <= 3; a++) Assert.Equal(new FeasibleInterval(0, most), audit[Answer(tables, a)]);
        Assert.Equal(new FeasibleInterval(shown - 2 * most, shown), audit[Answer(tables, 4)]);
        Assert.Equal(new FeasibleInterval(0, 3 * most), audit[tables.Find(0, "in")]);
        Assert.Equal(new FeasibleInterval(10 + shown, 10 + shown + most), audit[tables.Find(4, [null])]);
    }

    [Fact]
    public void ShortCut_ThatACellCanRiseSoFar_AsksForWholePeople()
    {
        // t = 3/2 would bring answers 1 to 3 to 4.5 people; whole, they are 0 or 3.
        var tables = Overlapping(3);
        var audit = new LinkedAudit(tables, Hidden(tables));
        Assert.Equal(new FeasibleInterval(0, 3), audit.Narrow(tables.Find(0, "in"), 4));
        Assert.Null(audit.Narrow(tables.Find(0, "in"), 3));
    }

    [Fact]
    public void WhereHalfPeopleWouldDo_TheSearchAsksForMore_AndNotForEverything()
    {
        // Answers 1 to 3 could rise to 1.5 people in halves, whole they are known to be nobody: a
        // reading is hidden too, the fifth answer stays.
        var tables = Overlapping(1);
        var plan = LinkedSuppression.Protect(tables, Hidden(tables), new SuppressionSettings(1));
        Assert.True(plan.IsProtected);
        Assert.All(plan.Primary, p => Assert.True(plan.Intervals[p].Protects(1)));
        Assert.NotEmpty(plan.Complementary);
        Assert.False(plan.Hides(Answer(tables, 5)));
    }

    [Fact]
    public void MarginsAndZeros_AreHiddenOnlyWhereOtherCellsDoNotProtect()
    {
        // Made-up crossings of three groupings where a pattern that counts a zero or a margin as any other cell would be the cheaper one.
        var margins =
            Crossed(3, 3, 3, [0, 0, 0, 4, 8, 4, 12, 6, 10, 5, 8, 14, 0, 0, 0, 3, 1, 7, 8, 0, 14, 1, 3, 5, 8, 6, 0], ["a", "b", "c"]);
        var plan = LinkedSuppression.Protect(margins, [6, 25], new SuppressionSettings(3));
        Assert.True(plan.IsProtected);
        Assert.All(plan.Complementary, c => Assert.False(margins.Cells[c].IsMargin));
        var zeros = Crossed(3, 3, 2, [5, 0, 5, 0, 8, 7, 12, 0, 14, 0, 0, 0, 1, 0, 2, 2, 0, 7], ["a", "b"], ["b", "c"], ["a", "c"]);
        plan = LinkedSuppression.Protect(zeros, [1], new SuppressionSettings(3));
        Assert.True(plan.IsProtected);
        Assert.All(plan.Complementary, c => Assert.True(zeros.Cells[c].Count > 0));
    }

    [Fact]
    public void DearestCells_AreShownAgainFirst()
    {
        // What protects is more than what is needed here: of the needless cells the one of most people comes back.
        var tables = Crossed(3, 2, 2, [3, 1, 0, 0, 0, 0, 0, 0, 3, 1, 2, 3], ["a", "b", "c"]);
        var plan = LinkedSuppression.Protect(tables, [4, 5, 7], new SuppressionSettings(3));
        Assert.True(plan.IsProtected);
        Assert.InRange(plan.Cost, 0, 13); // 22 when the cheapest are tried first
    }

    /// <param name="counts">By combination, the first grouping fastest.</param>
    private static LinkedTables Crossed(int a, int b, int c, int[] counts, params string[][] tables)
    {
        Grouping Of(string name, int stride, int size) => new(name, Factor.FromCodes(
            [.. counts.SelectMany((n, k) => Enumerable.Repeat(k / stride % size, n))],
            [.. Enumerable.Range(0, size).Select(l => $"{name}{l}")]));
        return LinkedTables.Of([Of("a", 1, a), Of("b", a, b), Of("c", a * b, c)], tables);
    }
}
