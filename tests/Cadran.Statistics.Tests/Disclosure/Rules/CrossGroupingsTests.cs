using Cadran.Statistics.Disclosure;
using Cadran.Statistics.Simulation;

namespace Cadran.Statistics.Tests.Disclosure;

public sealed class CrossGroupingsTests
{
    [Fact]
    public void GroupThatIsAnotherWithoutAFew_GivesWay()
    {
        // Channels 0-39, 40-69, 70-99; the outcome "refused" is the first channel without three people.
        var channel = Of(100, i => i < 40 ? 0 : i < 70 ? 1 : 2);
        var outcome = Of(100, i => i < 37 ? 0 : 1);
        var risk = CrossGroupings.Check([channel, outcome], [[true, true, true], [true, true]]);
        Assert.All(risk[0], r => Assert.Equal(DifferencingRisk.None, r));
        Assert.Equal(DifferencingRisk.Difference, risk[1][0]);
        // The other order protects as well, and lets the outcome be seen.
        var turned = CrossGroupings.Check([outcome, channel], [[true, true], [true, true, true]]);
        Assert.Equal([DifferencingRisk.None, DifferencingRisk.None], turned[0]);
        Assert.Equal(DifferencingRisk.Difference, turned[1][0]);
        // Groups that are not shown put nobody at risk.
        Assert.All(CrossGroupings.Check([channel, outcome], [[false, true, false], [true, false]]).SelectMany(r => r),
            r => Assert.Equal(DifferencingRisk.None, r));
    }

    [Fact]
    public void Classes_GiveWhatTheLogOfAllPeopleGives()
    {
        var random = new PortableRandom(61);
        var refused = 0;
        for (var round = 0; round < 40; round++)
        {
            const int people = 300;
            // Groupings that are unions of six blocks, with a few people out of place.
            int[] block = [.. Enumerable.Range(0, people).Select(_ => random.NextInt(6))];
            Factor[] groupings = [.. Enumerable.Range(0, 3).Select(_ =>
            {
                int[] groupOf = [.. Enumerable.Range(0, 6).Select(_ => random.NextInt(3))];
                return Of(people, i => random.NextDouble() < 0.01 ? random.NextInt(3) : groupOf[block[i]], 3);
            })];
            bool[][] shown =
                [.. groupings.Select(g => Enumerable.Range(0, 3).Select(level => g.Codes.ToArray().Count(c => c == level) >= 5).ToArray())];
            var found = CrossGroupings.Check(groupings, shown);
            var log = new PublicationLog(people);
            log.TryPublish([.. Enumerable.Repeat(true, people)]);
            for (var g = 0; g < 3; g++)
            {
                for (var level = 0; level < 3; level++)
                {
                    var expected = shown[g][level]
                        ? log.TryPublish([.. groupings[g].Codes.ToArray().Select(c => c == level)]) : DifferencingRisk.None;
                    Assert.Equal(expected, found[g][level]);
                    if (expected != DifferencingRisk.None) refused++;
                }
            }
        }
        Assert.InRange(refused, 10, 300);
    }

    [Fact]
    public void OddInput_HasDocumentedOutcomes()
    {
        Assert.Empty(CrossGroupings.Check([], []));
        Assert.Equal(DifferencingRisk.TooFew, CrossGroupings.Check([Of(0, _ => 0, 1)], [[true]])[0][0]);
        Assert.Equal(DifferencingRisk.TooFew, CrossGroupings.Check([Of(9, i => i == 0 ? 1 : 0)], [[false, true]])[0][1]);
        // Nobody has a group: the total alone is shown.
        Assert.Empty(CrossGroupings.Check([Factor.FromCodes([-1, -1], [])], [[]])[0]);
        Assert.Throws<ArgumentException>(() => CrossGroupings.Check([Of(3, _ => 0, 1)], []));
        Assert.Throws<ArgumentException>(() => CrossGroupings.Check([Of(3, _ => 0, 1)], [[true, true]]));
        Assert.Throws<ArgumentException>(() => CrossGroupings.Check([Of(3, _ => 0, 1), Of(4, _ => 0, 1)], [[true], [true]]));
        Assert.Throws<ArgumentOutOfRangeException>(() => CrossGroupings.Check([], [], 0));
    }

    private static Factor Of(int people, Func<int, int> group, int levels = 0)
    {
        int[] codes = [.. Enumerable.Range(0, people).Select(group)];
        return Factor.FromCodes(codes, [.. Enumerable.Range(0, Math.Max(levels, codes.DefaultIfEmpty(-1).Max() + 1)).Select(l => $"{l}")]);
    }
}
