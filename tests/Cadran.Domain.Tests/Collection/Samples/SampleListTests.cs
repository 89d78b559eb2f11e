using Cadran.Collection;

namespace Cadran.Domain.Tests.Collection;

/// <summary>A draw depends on who is in the frame and on the seed, and on nothing else.</summary>
public sealed class SampleListTests
{
    private static readonly Dictionary<Guid, SampleOutcome> Nobody = [];
    private static readonly SampleDesign Design = new() { Aim = SampleAim.Number, Invite = 60, Method = SampleMethod.Proportional };

    [Theory]
    [InlineData(SampleMethod.Simple)]
    [InlineData(SampleMethod.Proportional)]
    [InlineData(SampleMethod.Neyman)]
    [InlineData(SampleMethod.TwoStage)]
    [InlineData(SampleMethod.Census)]
    public void TheOrderOfTheRows_MakesNoDifference(SampleMethod method)
    {
        FramePerson[] people = People(400);
        SampleDesign design = Design with { Method = method };
        List<FramePerson> shuffled = [.. people.OrderBy(p => p.Id)];
        Assert.Equal(Drawn(people, design, 7), Drawn(shuffled, design, 7));
        if (method != SampleMethod.Census) Assert.NotEqual(Drawn(people, design, 7), Drawn(people, design, 8));
        Assert.Equal(new SampleList(people, Nobody).Digest(), new SampleList(shuffled, Nobody).Digest());
    }

    [Fact]
    public void WhoCannotBeAsked_IsNotDrawn_AndWeighsNobodyDown()
    {
        FramePerson[] people = People(400);
        Dictionary<Guid, SampleOutcome> leftOut = people.Take(100).ToDictionary(p => p.Id, _ => SampleOutcome.OptedOut);
        List<(FramePerson Person, double Weight)> drawn = Draw(people, Design, 7, leftOut);
        Assert.Equal(60, drawn.Count);
        Assert.DoesNotContain(drawn, d => leftOut.ContainsKey(d.Person.Id));
        Assert.Equal(300, drawn.Sum(d => d.Weight), 9);
        Assert.NotEqual(new SampleList(people, Nobody).Digest(), new SampleList(people, leftOut).Digest());
    }

    [Fact]
    public void EachStratum_GetsItsShare()
    {
        List<(FramePerson Person, double Weight)> drawn = Draw(People(400), Design, 7, Nobody);
        Assert.Equal([("a", 45), ("b", 15)], drawn.CountBy(d => d.Person.Stratum).OrderBy(c => c.Key).Select(c => (c.Key, c.Value)));
    }

    [Fact]
    public void TwoStages_NeedAClusterForEverybody()
    {
        FramePerson[] people = People(40);
        people[3].Cluster = "";
        Assert.Equal("Two stages need a cluster for everybody: some of the frame have none.", Assert.Throws<RuleViolationException>(
            () => Drawn(people, Design with { Method = SampleMethod.TwoStage, Invite = 20 }, 7)).Message);
    }

    private static List<string> Drawn(IEnumerable<FramePerson> people, SampleDesign design, long seed) =>
        [.. Draw(people, design, seed, Nobody).Select(d => d.Person.CodeDigest)];

    private static List<(FramePerson Person, double Weight)> Draw(IEnumerable<FramePerson> people, SampleDesign design, long seed,
        Dictionary<Guid, SampleOutcome> leftOut)
    {
        var list = new SampleList(people, leftOut);
        return [.. list.Draw(design, SamplePlan.Of(design, list.Population, list.Eligible, list.Clusters), seed)];
    }

    private static FramePerson[] People(int count) =>
    [
        .. Enumerable.Range(0, count).Select(i => new FramePerson
        {
            FrameId = Guid.Empty, CodeDigest = $"{i:x8}", Stratum = i % 4 == 0 ? "b" : "a", Cluster = $"c{i % 12}",
        }),
    ];
}
