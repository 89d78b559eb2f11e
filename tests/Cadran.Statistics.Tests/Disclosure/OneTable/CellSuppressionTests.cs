using Cadran.Statistics.Disclosure;
using Cadran.Statistics.Simulation;

namespace Cadran.Statistics.Tests.Disclosure;

public sealed class CellSuppressionTests
{
    private static readonly long[,] Counts = { { 20, 50, 10, 3 }, { 8, 19, 22, 40 }, { 17, 32, 4, 30 }, { 25, 14, 28, 12 } };
    private static readonly CountTable Example = new(Counts);

    // Reference: R 4.2.2, lpSolve with exhaustive search (misc_R.json, "suppression").
    [Fact]
    public void Table_CountsPeopleInTheOrderOfLabels()
    {
        var table = CountTable.Of(Factor.Of(["west", "east", "west", null, "west"]), Factor.Of(["yes", "no", "no", "yes", "yes"]));
        Assert.Equal((2, 2), (table.Rows, table.Columns));
        Assert.Equal([1L, 0L, 1L, 1L, 2L, 3L, 2L, 2L, 4L], table.Cells.Select(c => table[c]));
        Assert.Throws<ArgumentException>(() => CountTable.Of(Factor.Of(["west"]), Factor.Of(["yes", "no"])));
        Assert.Throws<ArgumentException>(() => CountTable.Of(Factor.Of([null]), Factor.Of(["yes"])));
    }

    [Fact]
    public void Range_IsTheMinimumOfTheRules_WhateverElseIsSet()
    {
        var table = new CountTable(new long[,] { { 40, 7, 33, 25 }, { 22, 30, 9, 41 }, { 31, 28, 35, 8 }, { 26, 37, 29, 44 } });
        var plan = CellSuppression.Protect(table, DisclosureRules.Sensitive, new SuppressionSettings(ZerosAreSafe: true));
        Assert.NotEmpty(plan.Primary);
        Assert.All(plan.Primary, cell => Assert.True(plan.Intervals[cell].Protects(10)));
        Assert.Equal(plan.Complementary, CellSuppression.Protect(table, DisclosureRules.Sensitive).Complementary);
        Assert.True(CellSuppression.Protect(table, DisclosureRules.Sensitive, new SuppressionSettings(2)).Cost <= plan.Cost);
    }

    [Fact]
    public void Example_IsProtectedAtTheLeastCost()
    {
        var expected = Oracle.Values("misc_R.json").GetProperty("suppression");
        Assert.Equal("indices are 1-based column-major", expected.GetProperty("note").GetString());
        TableCell[] Cells(string key) => [.. expected.Numbers(key).Select(at => new TableCell(((int)at - 1) % 4, ((int)at - 1) / 4))];
        Assert.Equal(Counts.Cast<long>().Select(n => (double)n),
            expected.GetProperty("table").EnumerateArray().SelectMany(row => row.Numbers()));
        var plan = CellSuppression.Protect(Example);
        Assert.Equal(Cells("primary").ToHashSet(), [.. plan.Primary]);
        Assert.Equal(Cells("best_cells").ToHashSet(), [.. plan.Complementary]);
        Assert.Equal(expected.Number("best_cost"), plan.Cost);
        Assert.True(plan.IsOptimal && plan.IsProtected);
        double[][] ranges = [.. expected.GetProperty("ranges").EnumerateArray().Select(r => r.Numbers())];
        foreach (var (cell, k) in Cells("primary").Select((c, k) => (c, k)))
            Assert.Equal(new FeasibleInterval((long)ranges[0][k], (long)ranges[1][k]), plan.Intervals[cell]);
    }

    [Fact]
    public void Audit_MatchesTheEnumerationOfAllTables()
    {
        var random = new PortableRandom(1);
        for (var round = 0; round < 60; round++)
        {
            var cells = Draw(random, 3, 3, 7);
            var table = new CountTable(cells);
            var hidden = table.Cells.Where(c => !table.IsMargin(c) && random.NextDouble() < 0.6).ToList();
            var audit = CellSuppression.Audit(table, hidden);
            foreach (var (cell, interval) in Enumerate(cells, hidden)) Assert.Equal(interval, audit[cell]);
        }
    }

    [Fact]
    public void Plan_IsTheCheapest_AmongAllPatterns()
    {
        var random = new PortableRandom(2);
        for (var round = 0; round < 40; round++)
        {
            var table = new CountTable(Draw(random, 3, 3, 30));
            TableCell[] primary = [.. table.Cells.Where(c => !table.IsMargin(c) && table[c] < 5)];
            var plan = CellSuppression.Protect(table, primary, new SuppressionSettings(5));
            TableCell[] free = [.. table.Cells.Where(c => !table.IsMargin(c) && table[c] > 0 && !primary.Contains(c))];
            var cheapest = Enumerable.Range(0, 1 << free.Length)
                .Select(mask => free.Where((_, b) => (mask >> b & 1) == 1).ToArray())
                .Where(added => CellSuppression.Audit(table, primary.Concat(added)) is var audit && primary.All(p => audit[p].Protects(5)))
                .Select(added => added.Sum(c => table[c])).DefaultIfEmpty(-1).Min();
            Assert.True(plan.IsProtected);
            if (cheapest >= 0) Assert.Equal(cheapest, plan.Cost);
            else Assert.Contains(plan.Complementary, c => table.IsMargin(c) || table[c] == 0);
        }
    }

    [Fact]
    public void EveryPrimary_KeepsItsRange_InLargerTables()
    {
        var random = new PortableRandom(3);
        for (var round = 0; round < 8; round++)
        {
            var table = new CountTable(Draw(random, 8, 10, 40));
            var plan = CellSuppression.Protect(table, settings: new SuppressionSettings(5, MaximumSteps: 300));
            Assert.True(plan.IsProtected);
            Assert.All(plan.Primary, p => Assert.True(plan.Intervals[p].Protects(5)));
            Assert.All(table.Cells.Where(c => !plan.Hides(c)), c => Assert.True(table[c] >= 5));
        }
    }

    [Fact]
    public void HidingMore_NeverNarrowsWhatIsUnknown()
    {
        var random = new PortableRandom(4);
        for (var round = 0; round < 60; round++)
        {
            var table = new CountTable(Draw(random, 4, 4, 12));
            var hidden = table.Cells.Where(_ => random.NextDouble() < 0.35).ToList();
            var before = CellSuppression.Audit(table, hidden);
            var after = CellSuppression.Audit(table, hidden.Concat(table.Cells.Where(_ => random.NextDouble() < 0.2)));
            foreach (var cell in before.Keys)
            {
                Assert.True(after[cell].Lower <= before[cell].Lower);
                Assert.True(after[cell].Upper is null || (before[cell].Upper is { } upper && after[cell].Upper >= upper));
            }
        }
    }

    [Fact]
    public void AddedFilter_NeverUncoversAPrimary()
    {
        var random = new PortableRandom(5);
        for (var round = 0; round < 20; round++)
        {
            var all = Draw(random, 3, 4, 20);
            var filtered = new long[3, 4];
            for (var i = 0; i < 3; i++)
                for (var j = 0; j < 4; j++)
                    filtered[i, j] = random.NextInt((int)all[i, j] + 1);
            var wide = CellSuppression.Protect(new CountTable(all));
            var narrow = CellSuppression.Protect(new CountTable(filtered));
            Assert.All(wide.Primary, p => Assert.True(narrow.Hides(p)));
            Assert.True(narrow.IsProtected);
        }
    }

    [Fact]
    public void SingleRow_NeedsItsMargin()
    {
        var table = new CountTable(new long[,] { { 3, 40, 50 } });
        var plan = CellSuppression.Protect(table);
        Assert.True(plan.IsProtected);
        Assert.Equal([new TableCell(0, 1), new(1, 1)], plan.Complementary);
    }

    [Fact]
    public void NothingToHide_HidesNothing()
    {
        var plan = CellSuppression.Protect(new CountTable(new long[,] { { 10, 20 }, { 30, 40 } }));
        Assert.Empty(plan.Intervals);
        Assert.Equal((0, true, true), (plan.Cost, plan.IsOptimal, plan.IsProtected));
    }

    [Fact]
    public void WholeTableTooSmall_IsHiddenWhole()
    {
        var plan = CellSuppression.Protect(new CountTable(new long[,] { { 1, 2 }, { 0, 1 } }));
        Assert.Equal(9, plan.Primary.Count);
        Assert.True(plan.IsProtected);
        Assert.All(plan.Intervals.Values, i => Assert.Equal(new FeasibleInterval(0, null), i));
    }

    [Fact]
    public void GivenCosts_SteerTheChoice()
    {
        var plan =
            CellSuppression.Protect(Example, [new(0, 3), new(2, 2)], new SuppressionSettings(5), c => c == new TableCell(0, 2) ? 1000 : 1);
        Assert.DoesNotContain(new TableCell(0, 2), plan.Complementary);
        Assert.True(plan.IsProtected);
    }

    [Fact]
    public void ImpossibleTables_Throw()
    {
        Assert.Throws<ArgumentException>(() => new CountTable(new long[0, 3]));
        Assert.Equal(-2L, Assert.Throws<ArgumentOutOfRangeException>(() => new CountTable(new long[,] { { 1, -2 } })).ActualValue);
        Assert.Throws<ArgumentOutOfRangeException>(() => CellSuppression.Protect(Example, [], new SuppressionSettings(0)));
    }

    private static long[,] Draw(PortableRandom random, int rows, int columns, int bound)
    {
        var cells = new long[rows, columns];
        for (var i = 0; i < rows; i++)
            for (var j = 0; j < columns; j++)
                cells[i, j] = random.NextInt(bound);
        return cells;
    }

    /// <summary>Walks through every table of whole counts with the same shown cells and margins.</summary>
    private static Dictionary<TableCell, FeasibleInterval> Enumerate(long[,] cells, List<TableCell> hidden)
    {
        var table = new CountTable(cells);
        var trial = (long[,])cells.Clone();
        var found = new Dictionary<TableCell, FeasibleInterval>();
        Try(0);
        return found;

        void Try(int k)
        {
            if (k == hidden.Count)
            {
                var candidate = new CountTable(trial);
                if (table.Cells.Any(c => table.IsMargin(c) && candidate[c] != table[c])) return;
                foreach (var c in hidden)
                {
                    var seen = found.TryGetValue(c, out var interval) ? interval : new(candidate[c], candidate[c]);
                    found[c] = new(Math.Min(seen.Lower, candidate[c]), Math.Max(seen.Upper!.Value, candidate[c]));
                }
                return;
            }
            var cell = hidden[k];
            var most = Math.Min(table[new(cell.Row, table.Columns)], table[new(table.Rows, cell.Column)]);
            // Bound the partial sums of the row to keep the walk short.
            for (long v = 0; v <= most; v++)
            {
                trial[cell.Row, cell.Column] = v;
                var last = k + 1 == hidden.Count || hidden[k + 1].Row != cell.Row;
                var sum = Enumerable.Range(0, table.Columns).Sum(j => trial[cell.Row, j]);
                if (last && sum != table[new(cell.Row, table.Columns)]) continue;
                Try(k + 1);
            }
            trial[cell.Row, cell.Column] = table[cell];
        }
    }

    [Fact]
    public void ImpossibleCountsCellsAndCosts_Throw()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new CountTable(new[,] { { long.MaxValue, long.MaxValue } }));
        var table = new CountTable(new long[,] { { 3, 40, 20 }, { 30, 50, 9 }, { 12, 18, 60 } });
        Assert.Equal(new TableCell(5, 5), Assert.Throws<ArgumentOutOfRangeException>(() => table[new(5, 5)]).ActualValue);
        Assert.Equal(-5L,
            Assert.Throws<ArgumentOutOfRangeException>(() => CellSuppression.Protect(table, [new(0, 0)], new(5), _ => -5)).ActualValue);
        Assert.Throws<ArgumentOutOfRangeException>(() => CellSuppression.Protect(table, [new(0, 0)], new(5), _ => long.MaxValue));
        // Counts near the limit are counts like others.
        var huge = new CountTable(new[,] { { 3, 1L << 53 }, { 1L << 53, 1L << 53 } });
        Assert.True(CellSuppression.Protect(huge).IsProtected);
    }

    [Fact]
    public void ZerosAreSafe_WhenSaidSo()
    {
        var table = new CountTable(new long[,] { { 0, 40, 20 }, { 30, 50, 9 }, { 12, 18, 60 } });
        Assert.Empty(CellSuppression.Protect(table, settings: new(ZerosAreSafe: true)).Intervals);
        Assert.Equal([new(0, 0)], CellSuppression.Protect(table).Primary);
    }

    [Theory]
    [InlineData(30, 10)]
    [InlineData(100, 20)]
    public void LargeTables_AreProtectedInAFewSeconds(int rows, int columns)
    {
        var random = new PortableRandom(1);
        var counts = new long[rows, columns];
        for (var i = 0; i < rows; i++)
            for (var j = 0; j < columns; j++) counts[i, j] = random.NextInt(60);
        var table = new CountTable(counts);
        var clock = System.Diagnostics.Stopwatch.StartNew();
        var plan = CellSuppression.Protect(table);
        // Unhurried, two seconds; one that examines without end takes minutes.
        Assert.InRange(clock.Elapsed.TotalSeconds, 0, 60);
        Assert.True(plan.IsProtected);
        Assert.All(plan.Primary, cell => Assert.True(plan.Intervals[cell].Protects(5)));
    }
}
