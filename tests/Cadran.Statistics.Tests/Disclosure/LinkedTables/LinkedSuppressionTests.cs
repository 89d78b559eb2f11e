using Cadran.Statistics.Disclosure;
using Cadran.Statistics.Simulation;

namespace Cadran.Statistics.Tests.Disclosure;

public sealed class LinkedSuppressionTests
{
    private static readonly string[] Offices = ["A", "B", "C", "D", "E"], Ratings = ["low", "middle", "high"], Channels = ["phone", "web"];

    // Counts by office, rating and channel (office fastest): the example given to R.
    private static readonly int[] Counts =
        [12, 3, 8, 20, 6, 15, 9, 2, 30, 11, 25, 14, 7, 18, 4, 5, 2, 6, 11, 3, 9, 4, 1, 16, 8, 13, 7, 5, 10, 2];

    private static readonly LinkedTables Example = Tables();

    // Reference: R 4.2.2, lpSolve 5.6.18, lp(all.int = TRUE) over the 30 combinations with every shown sum as an equation.
    [Theory]
    [InlineData("C middle 0..16, B low 2..18, B middle 0..16, C low 1..17")]
    [InlineData("C middle 0..15, E high 0..25, D middle 0..74, D high 0..74, E middle 0..25, A middle 0..62, A high 0..62, C high 0..15, "
        + "N middle 13..90, N high 21..98, S middle 15..92, S high 7..84")]
    [InlineData(
        "C middle 3..3, D middle 46..46, phone middle 30..105, web middle 0..75, phone high 30..105, web high "
        + "0..75, D high 28..28, C high 12..12")]
    public void Audit_MatchesIntegerProgrammesInR(string expected)
    {
        var wanted = expected.Split(", ").Select(text => text.Split([" ", ".."], StringSplitOptions.None))
            .ToDictionary(w => Cell(w[0], w[1]), w => new FeasibleInterval(long.Parse(w[2]), long.Parse(w[3])));
        var audit = LinkedSuppression.Audit(Example, wanted.Keys);
        foreach (var (cell, interval) in wanted) Assert.Equal(interval, audit[cell]);
    }

    [Fact]
    public void Example_IsProtectedAcrossAllTables()
    {
        var plan = LinkedSuppression.Protect(Example);
        Assert.Equal([Cell("C", "middle")], plan.Primary);
        Assert.True(plan.IsProtected);
        Assert.True(plan.Intervals[plan.Primary[0]].Protects(5));
        // Region totals are shown, so that only offices of the same region can cover.
        Assert.Equal([Cell("B", "low"), Cell("B", "middle"), Cell("C", "low")], plan.Complementary.Order());
        Assert.Equal(5 + 13 + 14, plan.Cost);
    }

    [Fact]
    public void TablesProtectedOneByOne_CanBetrayEachOther()
    {
        // Office × rating alone: a rectangle over two regions protects C middle. Region × rating gives it away.
        var offices = new long[5, 3];
        for (var k = 0; k < Counts.Length; k++) offices[k % 5, k / 5 % 3] += Counts[k];
        TableCell[] rectangle = [new(2, 1), new(2, 2), new(3, 1), new(3, 2)];
        Assert.True(CellSuppression.Audit(new CountTable(offices), rectangle)[new(2, 1)].Protects(5));
        int[] same = [.. rectangle.Select(c => Cell(Offices[c.Row], Ratings[c.Column]))];
        Assert.Equal(new FeasibleInterval(3, 3), LinkedSuppression.Audit(Example, same)[same[0]]);
        var plan = LinkedSuppression.Protect(Example, same, new SuppressionSettings(5));
        Assert.All(same, c => Assert.True(plan.Intervals[c].Protects(5)));
    }

    [Fact]
    public void OneTable_IsAuditedAsTheNetworkDoes_AndNeverCheaper()
    {
        var random = new PortableRandom(21);
        for (var round = 0; round < 25; round++)
        {
            var cells = new long[3, 4];
            for (var k = 0; k < 12; k++) cells[k / 4, k % 4] = random.NextInt(14);
            var table = new CountTable(cells);
            var linked =
                LinkedTables.Of([Column("row", [.. Repeat(cells, (i, _) => i)], 3), Column("column", [.. Repeat(cells, (_, j) => j)], 4)],
                ["row", "column"]);
            int Of(TableCell c) => linked.Find(0, c.Row == 3 ? null : $"{c.Row}", c.Column == 4 ? null : $"{c.Column}");
            TableCell[] hidden = [.. table.Cells.Where(_ => random.NextDouble() < 0.4)];
            var network = CellSuppression.Audit(table, hidden);
            var audit = LinkedSuppression.Audit(linked, hidden.Select(Of));
            Assert.All(hidden, c => Assert.Equal(network[c], audit[Of(c)]));
            var (best, found) = (CellSuppression.Protect(table), LinkedSuppression.Protect(linked));
            Assert.Equal(best.Primary.Select(Of).Order(), found.Primary);
            Assert.True(found.IsProtected);
            Assert.All(found.Primary, p => Assert.True(found.Intervals[p].Protects(5)));
            // The network search prefers inner cells whatever they cost; only then is its cost the least of all.
            if (best.Complementary.All(c => !table.IsMargin(c)))
                Assert.True(found.Cost >= best.Cost || found.Complementary.Any(c => linked.Cells[c].IsMargin));
        }
    }

    [Fact]
    public void Hierarchies_AreAuditedAsTheEnumerationOfAllTables()
    {
        // Two regions of two offices, two answers; published: office × answer and region × answer.
        var random = new PortableRandom(22);
        for (var round = 0; round < 40; round++)
        {
            int[] counts = [.. Enumerable.Range(0, 8).Select(_ => random.NextInt(5))];
            var linked = Small(counts);
            int[] hidden =
                [.. Enumerable.Range(0, linked.Cells.Count)
                .Where(c => linked.Cells[c].Levels.All(l => l is not null) && random.NextDouble() < 0.7)];
            var audit = LinkedSuppression.Audit(linked, hidden);
            foreach (var (cell, interval) in Enumerate(linked, counts, hidden)) Assert.Equal(interval, audit[cell]);
        }
    }

    [Fact]
    public void ThreeTablesOfThreeVariables_NeverLookSaferThanTheyAre()
    {
        // Not a network: the programme has fractional corners. What is reported must be attained by whole tables.
        var random = new PortableRandom(23);
        for (var round = 0; round < 25; round++)
        {
            int[] counts = [.. Enumerable.Range(0, 8).Select(_ => random.NextInt(4))];
            int[] Level(int stride) => [.. counts.SelectMany((n, k) => Enumerable.Repeat(k / stride % 2, n))];
            var linked = LinkedTables.Of(
                [Column("a", Level(1), 2), Column("b", Level(2), 2), Column("c", Level(4), 2)], ["a", "b"], ["b", "c"], ["a", "c"]);
            // The enumeration needs to know how many people there are.
            int[] hidden =
                [.. Enumerable.Range(0, linked.Cells.Count).Where(c => c != linked.Find(0, null, null) && random.NextDouble() < 0.5)];
            var audit = LinkedSuppression.Audit(linked, hidden);
            foreach (var (cell, interval) in Enumerate(linked, counts, hidden)) Assert.Equal(interval, audit[cell]);
        }
    }

    [Fact]
    public void LargeCounts_AreAuditedAsPrecisely()
    {
        // A thousand times the people: a thousand times the limits, to the last person.
        var large = Tables(1000);
        var random = new PortableRandom(25);
        for (var round = 0; round < 12; round++)
        {
            int[] hidden = [.. Enumerable.Range(0, large.Cells.Count).Where(_ => random.NextDouble() < 0.5)];
            var (small, big) = (LinkedSuppression.Audit(Example, hidden), LinkedSuppression.Audit(large, hidden));
            foreach (var cell in hidden) Assert.Equal(new FeasibleInterval(1000 * small[cell].Lower, 1000 * small[cell].Upper), big[cell]);
        }
    }

    [Fact]
    public void HidingMore_NeverNarrowsWhatIsUnknown()
    {
        var random = new PortableRandom(24);
        for (var round = 0; round < 30; round++)
        {
            int[] few = [.. Enumerable.Range(0, Example.Cells.Count).Where(_ => random.NextDouble() < 0.3)];
            int[] more = [.. few.Union(Enumerable.Range(0, Example.Cells.Count).Where(_ => random.NextDouble() < 0.2))];
            var (before, after) = (LinkedSuppression.Audit(Example, few), LinkedSuppression.Audit(Example, more));
            foreach (var cell in few)
            {
                Assert.True(after[cell].Lower <= before[cell].Lower);
                Assert.True(after[cell].Upper is null || (before[cell].Upper is { } upper && after[cell].Upper >= upper));
            }
        }
    }

    [Fact]
    public void OverlappingBands_AreProtectedAgainstEachOther()
    {
        // Ages in two bandings: 18-24 is known as (18-34) minus (25-34), whatever each table does on its own.
        int[] ages =
            [.. Enumerable.Repeat(0, 3).Concat(Enumerable.Repeat(1, 40)).Concat(Enumerable.Repeat(2, 60)).Concat(Enumerable.Repeat(3, 50))];
        var age = new Grouping("age", Factor.FromCodes(ages, ["18-24", "25-34", "35-64", "65+"]),
            new CoarserGrouping("wide", ["18-34", "18-34", "35+", "35+"]),
            new CoarserGrouping("working", ["young", "25-64", "25-64", "65+"]));
        var tables = LinkedTables.Of([age], ["wide"], ["working"], ["age"]);
        var plan = LinkedSuppression.Protect(tables);
        Assert.Equal(3, tables.Cells[Assert.Single(plan.Primary)].Count);
        Assert.True(plan.IsProtected);
        int[] alone = [tables.Find(2, "18-24"), tables.Find(2, "35-64")];
        Assert.Equal(new FeasibleInterval(3, 3), LinkedSuppression.Audit(tables, alone)[alone[0]]);
    }

    [Fact]
    public void PeopleWithoutALevel_AreCountedWhereNobodyAsks()
    {
        var tables = LinkedTables.Of([Column("a", [0, 0, 1, 1, 1], 2), Column("b", [0, -1, 0, 1, 1], 2)], ["a"], ["a", "b"]);
        Assert.Equal(2, tables.Cells[tables.Find(0, "0")].Count);
        Assert.Equal(1, tables.Cells[tables.Find(1, "0", null)].Count);
        Assert.Equal((5, 4), (tables.Cells[tables.Find(0, [null])].Count, tables.Cells[tables.Find(1, null, null)].Count));
    }

    [Fact]
    public void EveryPrimary_KeepsItsRange_InARealisticPublication()
    {
        var wave = SurveySimulator.Simulate(SurveyModel.ScenarioB(), 5, new WaveModel(900)).Waves[0];
        int[] office = [.. wave.Office.Select(o => (o / 1000 * 3) + (o % 3) - 3)];
        string[] labels = [.. Enumerable.Range(0, 15).Select(o => $"office {o}")];
        var tables = LinkedTables.Of(
            [
                new Grouping("office", Factor.FromCodes(office, labels),
                new CoarserGrouping("region", [.. labels.Select((_, o) => $"region {o / 3}")])),
                Column("rating", [.. wave.Overall.Select(r => r - 1)], 5), Column("language", [.. wave.Language.Select(l => (int)l)], 2),
            ],
            ["office", "rating"], ["region", "rating"], ["region", "language"]);
        var plan = LinkedSuppression.Protect(tables, settings: new SuppressionSettings(5, MaximumSteps: 60));
        Assert.NotEmpty(plan.Primary);
        Assert.True(plan.IsProtected);
        Assert.All(plan.Primary, p => Assert.True(plan.Intervals[p].Protects(5)));
        Assert.All(Enumerable.Range(0, tables.Cells.Count).Where(c => !plan.Hides(c)), c => Assert.True(tables.Cells[c].Count >= 5));
        // Hiding everything would protect too: more than half of the numbers stay.
        Assert.True(plan.Intervals.Count < tables.Cells.Count / 2, $"{plan.Intervals.Count} of {tables.Cells.Count}");
    }

    [Fact]
    public void EdgeInputs_HaveDocumentedOutcomes()
    {
        var nobody = LinkedTables.Of([Column("a", [], 2)], ["a"]);
        Assert.All(nobody.Cells, c => Assert.Equal(0, c.Count));
        Assert.Equal(3, LinkedSuppression.Protect(nobody).Primary.Count);
        Assert.Empty(LinkedSuppression.Protect(nobody, settings: new SuppressionSettings(5, ZerosAreSafe: true)).Primary);
        var alone = LinkedTables.Of([Column("a", [0, 0, 0], 1)], ["a"]);
        Assert.True(LinkedSuppression.Protect(alone).IsProtected);
        Assert.Equal(3, LinkedTables.Of([Column("a", [0, 1, 1], 2)], [[]]).Cells.Single().Count);
        Assert.Throws<ArgumentException>(() => LinkedTables.Of([Column("a", [0], 1)], ["b"]));
        Assert.Throws<ArgumentException>(() => LinkedTables.Of([Column("a", [0], 1), Column("a", [0], 1)], ["a"]));
        Assert.Throws<ArgumentException>(() => LinkedTables.Of([Column("a", [0], 1), Column("b", [0, 0], 1)], ["a", "b"]));
        Assert.Throws<ArgumentException>(() => LinkedTables.Of([Column("a", [0], 70), Column("b", [0], 70)], ["a", "b"]));
        Assert.Throws<ArgumentException>(() => LinkedTables.Of([Column("a", [0], 1)]));
        Assert.Throws<ArgumentException>(() => new Grouping("a", Factor.FromCodes([0], ["x"]), new CoarserGrouping("b", [])));
        Assert.Throws<KeyNotFoundException>(() => alone.Find(0, "z"));
        Assert.Equal(99, Assert.Throws<ArgumentOutOfRangeException>(() => LinkedSuppression.Audit(alone, [99])).ActualValue);
        Assert.Throws<ArgumentOutOfRangeException>(() => LinkedSuppression.Protect(alone, [], new SuppressionSettings(0)));
    }

    private static LinkedTables Tables(int times = 1)
    {
        int[] Level(int stride, int size) => [.. Counts.SelectMany((n, k) => Enumerable.Repeat(k / stride % size, times * n))];
        return LinkedTables.Of(
            [
                new Grouping("office", Factor.FromCodes(Level(1, 5), Offices), new CoarserGrouping("region", ["N", "N", "N", "S", "S"])),
                new Grouping("rating", Factor.FromCodes(Level(5, 3), Ratings)),
                new Grouping("channel", Factor.FromCodes(Level(15, 2), Channels)),
            ],
            ["office", "rating"], ["region", "rating"], ["channel", "rating"]);
    }

    private static int Cell(string where, string rating) =>
        Example.Find(Offices.Contains(where) ? 0 : Channels.Contains(where) ? 2 : 1, where, rating);

    private static LinkedTables Small(int[] counts)
    {
        int[] Level(int stride, int size) => [.. counts.SelectMany((n, k) => Enumerable.Repeat(k / stride % size, n))];
        return LinkedTables.Of(
            [new Grouping("office", Factor.FromCodes(Level(1, 4), ["A", "B", "C", "D"]),
            new CoarserGrouping("region", ["N", "N", "S", "S"])), Column("answer", Level(4, 2), 2)],
            ["office", "answer"], ["region", "answer"]);
    }

    private static Grouping Column(string name, int[] codes, int levels) =>
        new(name, Factor.FromCodes(codes, [.. Enumerable.Range(0, levels).Select(l => $"{l}")]));

    private static IEnumerable<int> Repeat(long[,] cells, Func<int, int, int> level) =>
        from i in Enumerable.Range(0, cells.GetLength(0))
        from j in Enumerable.Range(0, cells.GetLength(1))
        from _ in Enumerable.Range(0, (int)cells[i, j])
        select level(i, j);

    /// <summary>Walks through every count of the combinations that gives the same shown numbers.</summary>
    private static Dictionary<int, FeasibleInterval> Enumerate(LinkedTables linked, int[] counts, int[] hidden)
    {
        var found = new Dictionary<int, FeasibleInterval>();
        var shown = Enumerable.Range(0, linked.Cells.Count).Except(hidden).ToArray();
        var trial = new int[counts.Length];
        var people = counts.Sum();
        Try(0, people);
        return found;

        void Try(int k, int left)
        {
            if (k == trial.Length)
            {
                if (shown.Any(c => linked.Parts[c].Sum(p => trial[p]) != linked.Cells[c].Count)) return;
                foreach (var c in hidden)
                {
                    var value = linked.Parts[c].Sum(p => trial[p]);
                    var seen = found.TryGetValue(c, out var interval) ? interval : new(value, value);
                    found[c] = new(Math.Min(seen.Lower, value), Math.Max(seen.Upper!.Value, value));
                }
                return;
            }
            for (var v = 0; v <= left; v++)
            {
                trial[k] = v;
                if (shown.Any(c => linked.Parts[c].Max() == k && linked.Parts[c].Sum(p => trial[p]) != linked.Cells[c].Count)) continue;
                Try(k + 1, left - v);
            }
            trial[k] = 0;
        }
    }

    [Fact]
    public void Margins_StayWhereInnerCellsCanProtect()
    {
        // 3, 50 and 60, 70: hiding the two totals of the 3 would cost 53 + 63, the three other cells 180.
        int[] row = [.. Enumerable.Repeat(0, 53), .. Enumerable.Repeat(1, 130)];
        int[] column = [.. Enumerable.Repeat(0, 3), .. Enumerable.Repeat(1, 50), .. Enumerable.Repeat(0, 60), .. Enumerable.Repeat(1, 70)];
        var tables =
            LinkedTables.Of([new("r", Factor.FromCodes(row, ["a", "b"])), new("c", Factor.FromCodes(column, ["x", "y"]))], ["r", "c"]);
        var plan = LinkedSuppression.Protect(tables);
        Assert.Equal(3, plan.Complementary.Count);
        Assert.All(plan.Complementary, c => Assert.False(tables.Cells[c].IsMargin));
    }

    [Fact]
    public void NoHiddenCell_IsNeedless()
    {
        var random = new PortableRandom(8);
        for (var round = 0; round < 8; round++)
        {
            int[] Codes(int levels) => [.. Enumerable.Range(0, 120).Select(_ => Math.Min(random.NextInt(levels), random.NextInt(levels)))];
            Grouping Group(string name, int levels) =>
                new(name, Factor.FromCodes(Codes(levels), [.. Enumerable.Range(0, levels).Select(l => $"{name}{l}")]));
            var tables = LinkedTables.Of([Group("a", 4), Group("b", 4), Group("c", 3)], ["a", "b"], ["b", "c"]);
            var plan = LinkedSuppression.Protect(tables);
            if (!plan.IsProtected) continue;
            foreach (var shown in plan.Complementary)
            {
                var audit = LinkedSuppression.Audit(tables, plan.Intervals.Keys.Where(c => c != shown));
                Assert.Contains(plan.Primary, p => !audit[p].Protects(5));
            }
        }
    }

    [Fact]
    public void TooManyGroupingsInOneTable_Throw()
    {
        var groupings = Enumerable.Range(0, 13).Select(k => new Grouping($"g{k}", Factor.FromCodes([0, 0], ["x"]))).ToArray();
        Assert.Throws<ArgumentException>(() => LinkedTables.Of(groupings, [.. groupings.Select(g => g.Name)]));
    }
}
