using Cadran.Collection;
using Cadran.Improvement;
using Cadran.People;

namespace Cadran.Domain.Tests.Improvement;

/// <summary>Which waves can show the effect of an action.</summary>
public sealed class EffectTests
{
    private static readonly DateOnly Today = new(2026, 3, 2);
    private static readonly Guid Service = Guid.NewGuid();
    private static readonly Wave First = Wave("2025-1", new(2025, 1, 1), new(2025, 1, 31)),
        Second = Wave("2025-2", new(2025, 7, 1), new(2025, 7, 31)),
        Third = Wave("2025-3", new(2025, 11, 1), new(2025, 11, 30)), Fourth = Wave("2026-1", new(2026, 2, 1), new(2026, 2, 28));
    private static readonly Wave[] All = [Third, First, Fourth, Second];

    [Fact]
    public void NotDelivered_HasNone()
    {
        (Wave? before, IReadOnlyList<Wave> after) = Effect.WavesFor(Action(null), All, Today);
        Assert.Null(before);
        Assert.Empty(after);
    }

    [Fact]
    public void TheLastBefore_AndAllAfter_OldestFirst()
    {
        (Wave? before, IReadOnlyList<Wave> after) = Effect.WavesFor(Action(new(2025, 9, 1)), All, Today);
        Assert.Same(Second, before);
        Assert.Equal([Third, Fourth], after);
    }

    [Theory]
    [InlineData("2025-07-31", "2025-2", "2025-3")] // delivered on the last day of a wave: its answers are from before
    [InlineData("2025-11-01", "2025-2", "2026-1")] // delivered on the first day: nobody can tell which answers came after
    [InlineData("2025-11-15", "2025-2", "2026-1")] // in the middle: that wave is on neither side
    public void WaveAroundTheDelivery_CountsOnlyWhenItIsWholeOnOneSide(string delivered, string before, string firstAfter)
    {
        var waves = Effect.WavesFor(Action(DateOnly.Parse(delivered, System.Globalization.CultureInfo.InvariantCulture)), All, Today);
        Assert.Equal((before, firstAfter), (waves.Before!.Name, waves.After[0].Name));
    }

    [Fact]
    public void WaveThatIsStillOpen_IsNotAsked()
    {
        var waves = Effect.WavesFor(Action(new(2025, 12, 15)), All, new DateOnly(2026, 2, 28));
        Assert.Same(Third, waves.Before);
        Assert.Empty(waves.After);
    }

    [Fact]
    public void NoWaveBefore_LeavesNothingToCompareWith() => Assert.Null(Effect.WavesFor(Action(new(2025, 1, 15)), All, Today).Before);

    private static ImprovementAction Action(DateOnly? delivered)
    {
        Moment now = Moment.On(Today);
        Decision decision =
            Decision.Record(Wave("2024-1", new(2024, 1, 1), new(2024, 1, 31)),
                new DecisionEvidence { Driver = "timeliness", Respondents = 50 },
            new("T", ""), new("R", ""), new("B", ""), new(2024, 6, 1), Actor.System, now);
        ImprovementAction action = ImprovementAction.Open(
            decision, new("A", ""), LocalText.Empty, "O", Today, "timeliness", 5, ["timeliness"], Actor.System, now);
        if (delivered is { } day) action.Deliver(day, decision, Actor.System, now);
        return action;
    }

    private static Wave Wave(string name, DateOnly opens, DateOnly closes) =>
        Cadran.Collection.Wave.Plan(Service, Guid.NewGuid(), name, opens, closes, Actor.System, Moment.On(Today));
}
