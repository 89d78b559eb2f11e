using Cadran.Collection;

namespace Cadran.Domain.Tests.Collection;

/// <summary>What a design comes to; sizes and margins by R and by hand (SampleAllocationTests, FieldworkOracleTests).</summary>
public sealed class SamplePlanTests
{
    private static readonly (string, int)[] Population = [("a", 400), ("b", 900), ("c", 700)];
    private static readonly int[] Everybody = [400, 900, 700];

    [Fact]
    public void Margin_SaysHowManyAnswersAndInvitations()
    {
        // n0 = 1.96² · .25 / .05² = 384.146, of 2,000 people 384.146 / (1 + 383.146 / 2000) = 322.386; at 40 % 805.96.
        SamplePlan plan = Plan(new() { Points = 5, ResponseRate = 0.4 });
        Assert.Equal(322.386, plan.Needed!.Value, 3);
        Assert.Equal(806, plan.Invite);
        Assert.Equal([161, 363, 282], plan.Strata.Select(s => s.Invite));
        // The margin of what is expected is the one that was asked for, but for n − 1 and the strata.
        Assert.InRange(plan.Margin!.Value, 4.9, 5.1);
        Assert.Equal(400 / 161.0, plan.Strata[0].Weight);
    }

    [Fact]
    public void Change_TakesMore()
    {
        // 1569.776 answers without limit; of 2,000 people 879.728.
        SamplePlan plan = Plan(new() { Aim = SampleAim.Change, Points = 5, ResponseRate = 0.5 });
        Assert.Equal(879.728, plan.Needed!.Value, 3);
        Assert.InRange(plan.Change!.Value, 4.9, 5.1);
    }

    [Fact]
    public void Number_IsInvitedAsItIs_WithAMinimum()
    {
        SamplePlan plan = Plan(new() { Aim = SampleAim.Number, Invite = 150, Minimum = 50 });
        Assert.Equal([50, 50, 50], plan.Strata.Select(s => s.Invite));
        Assert.Null(plan.Needed);
        SamplePlan neyman = Plan(new()
        {
            Aim = SampleAim.Number,
            Invite = 150,
            Method = SampleMethod.Neyman,
            Spread = new Dictionary<string, double> { ["a"] = 10, ["b"] = 25, ["c"] = 15 },
        });
        Assert.Equal([16, 91, 43], neyman.Strata.Select(s => s.Invite));
    }

    [Fact]
    public void TwoStages_SayHowManyClusters()
    {
        SampleDesign design = new() { Aim = SampleAim.Number, Invite = 200, Method = SampleMethod.TwoStage, Each = 10 };
        SamplePlan plan = SamplePlan.Of(design, Population, Everybody, [.. Enumerable.Repeat(50, 40)]);
        Assert.Equal((20, 40), plan.Clusters);
        Assert.Equal(200, plan.Invite);
    }

    [Fact]
    public void Census_TakesEverybodyWhoCanBeAsked()
    {
        SamplePlan plan = SamplePlan.Of(new() { Method = SampleMethod.Census, ResponseRate = 1 }, Population, [390, 900, 0], []);
        Assert.Equal((1290, 0.0), (plan.Invite, plan.Margin));
        Assert.Equal((700, 0, 0.0), (plan.Strata[2].Population, plan.Strata[2].Invite, plan.Strata[2].Weight));
    }

    [Fact]
    public void WhatCannotBe_IsRefusedInWords()
    {
        Refuses("This takes {0} people and only {1} can be asked: ask for less precision, expect more answers, or take everybody.",
            new() { Points = 1, ResponseRate = 0.1 });
        Refuses("The minimum of each stratum alone takes {0} people, more than the {1} of the sample: lower it, or draw more.",
            new() { Aim = SampleAim.Number, Invite = 100, Minimum = 50 });
        Refuses("Enter a response rate above 0 and up to 100 %.", new() { ResponseRate = 0 });
        Refuses("Enter how many people to invite.", new() { Aim = SampleAim.Number });
        Refuses("Enter points above 0 and below 100, such as 5.", new() { Points = 0 });
        Refuses("Enter a design effect from 0.1 to 20; 1 for a simple sample.", new() { DesignEffect = 0 });
        Refuses("A minimum is 0 or more.", new() { Minimum = -1 });
        Refuses("Enter how many people to draw in each cluster.", new() { Method = SampleMethod.TwoStage, Each = 0 });
        Refuses("A standard deviation is a number of 0 or more, and one is above 0.",
            new() { Method = SampleMethod.Neyman, Spread = new Dictionary<string, double> { ["a"] = -1 } });
        Refuses("Two stages need clusters: say which column of the list they are.",
            new() { Method = SampleMethod.TwoStage, Aim = SampleAim.Number, Invite = 10 });
        Assert.Equal("Nobody of this frame can be asked.", Assert.Throws<RuleViolationException>(
            () => SamplePlan.Of(new(), Population, [0, 0, 0], [])).Message);
    }

    private static void Refuses(string said, SampleDesign design) =>
        Assert.Equal(said, Assert.Throws<RuleViolationException>(() => Plan(design)).Message);

    private static SamplePlan Plan(SampleDesign design) => SamplePlan.Of(design, Population, Everybody, []);
}
