using Cadran.Questionnaires;
using Cadran.Statistics;

namespace Cadran.Domain.Tests.Questionnaires.Rules;

/// <summary>What somebody with certain answers is asked, in which order, and where it ends.</summary>
public sealed class AskedPathTests
{
    private static readonly Dictionary<string, Answer> None = [];

    [Fact]
    public void AQuestionnaireWithoutRules_IsAskedWholeAndUnchanged()
    {
        QuestionnaireContent content = Of(Page("a", Ask("q1")), Page("b", Ask("q2")));
        AskingPlan plan = AskingPlan.Of(content);
        Assert.False(plan.HasRules);
        Assert.Same(content, plan.Content);
        Assert.Same(content.Sections[1], plan.Steps[1].Part);
        Assert.Equal((2, true), (Follow(plan, None).Count, Follow(plan, None).IsSurelyLast(2)));
    }

    [Fact]
    public void AHiddenQuestion_WasNotAskedWhateverWasSaid_AndHidesWhatDependsOnIt()
    {
        AskingPlan plan = AskingPlan.Of(Of(
            Page("a", Ask("q1")),
            Page("b", Ask("q2") with { ShownWhen = new Condition.Chose("q1", "x") }),
            Page("c", Ask("q3") with { ShownWhen = new Condition.Chose("q2", "x") }, Ask("q4"))));
        var said = Said(("q1", "y"), ("q2", "x"), ("q3", "x"));
        AskedPath path = Follow(plan, said);
        Assert.Equal(new Answer.None(NoValue.NotAsked), path.Answer("q2"));
        Assert.Equal(new Answer.None(NoValue.NotAsked), path.Answer("q3"));
        Assert.Equal((false, true, 3, 1, 2), (path.Shows(2), path.Shows(3), path.From(2), path.Before(3), path.Position(3)));
        Assert.Equal(["q4"], path.Asked(3).Questions.Select(q => q.Code));
        // Shown again, what was said counts again.
        said["q1"] = new Answer.Choice("x");
        Assert.Equal(new Answer.Choice("x"), Follow(plan, said).Answer("q3"));
    }

    [Fact]
    public void AQuestionAboutItsOwnPage_GetsThePageAfter()
    {
        AskingPlan plan = AskingPlan.Of(Of(Page("a", Ask("q1"), Ask("q2"), Ask("q3") with { ShownWhen = new Condition.Answered("q2") },
            Ask("q4"), Ask("q5") with { Text = new("You said {q3}", "Vous avez dit {q3}") })));
        Assert.Equal(["q1 q2", "q3 q4", "q5"], plan.Steps.Select(s => string.Join(' ', s.Part.Questions.Select(q => q.Code))));
        Assert.Equal([false, false, true], plan.Steps.Select(s => s.EndsSection));
        Assert.False(Follow(plan, None).IsSurelyLast(1));
    }

    [Fact]
    public void OptionsARuleLeavesOut_CanBeNoAnswer()
    {
        Question several = Ask("q2", QuestionKind.Choices);
        AskingPlan plan = AskingPlan.Of(Of(Page("a", Ask("q1")), Page("b", several with
        {
            Options = [several.Options[0] with { ShownWhen = new Condition.Chose("q1", "x") }, several.Options[1]],
        })));
        var said = Said(("q1", "y"));
        said["q2"] = new Answer.Choices(["x", "y"]);
        Assert.Equal(["y"], Assert.IsType<Answer.Choices>(Follow(plan, said).Answer("q2")).Codes);
        Assert.Equal(["y"], Follow(plan, said).Asked(2).Questions[0].Options.Select(o => o.Code));
        said["q2"] = new Answer.Choices(["x"]);
        Assert.Null(Follow(plan, said).Answer("q2"));
        said["q1"] = new Answer.Choice("x");
        Assert.Equal(["x"], Assert.IsType<Answer.Choices>(Follow(plan, said).Answer("q2")).Codes);
    }

    [Fact]
    public void AnEnding_LeavesOutWhatIsAfterIt()
    {
        Section first = Page("a", Ask("q1")) with
        {
            EndWhen = [new(new Condition.Chose("q1", "y"), new("Bye", "Au revoir")), new(new Condition.Chose("q1", "z"), new("", ""))],
        };
        AskingPlan plan = AskingPlan.Of(Of(first, Page("b", Ask("q2"))));
        AskedPath ended = Follow(plan, Said(("q1", "y"), ("q2", "x")));
        Assert.Equal(("Bye", 1, 1, 3), (ended.Ending!.Thanks.En, ended.EndsAfter, ended.Count, ended.From(2)));
        Assert.Equal(new Answer.None(NoValue.NotAsked), ended.Answer("q2"));
        // The button of the first page may not say that it sends: another answer goes on.
        Assert.False(ended.IsSurelyLast(1));
        Assert.Null(Follow(plan, Said(("q1", "x"))).Ending);
        Assert.True(Follow(plan, Said(("q1", "x"))).IsSurelyLast(2));
    }

    [Fact]
    public void ALoop_AsksEachChosenOptionWithCodesOfItsOwn()
    {
        Section loop = Page("l", Ask("q2"), Ask("q3") with { ShownWhen = new Condition.Chose("q2", "x") }) with
        {
            Title = new("About {#turn}", "Sur {#turn}"),
            Loop = new("q1", []),
        };
        AskingPlan plan = AskingPlan.Of(Of(Page("a", Ask("q1", QuestionKind.Choices)), loop));
        Assert.Equal(["q1", "q2~x", "q3~x", "q2~y", "q3~y"], plan.Content.Questions.Select(q => q.Code));
        var said = new Dictionary<string, Answer> { ["q1"] = new Answer.Choices(["y"]), ["q2~y"] = new Answer.Choice("x") };
        AskedPath path = Follow(plan, said);
        Assert.Equal(["q1", "q2~y", "q3~y"], plan.Content.Questions.Where(q => !path.Hides(q.Code)).Select(q => q.Code));
        Assert.Equal(new LocalText("About Option y {{x}", "Sur Le choix y"), plan.Steps[^1].Part.Title);
        Assert.Equal("About Option y {x}", Piping.Filled(plan.Steps[^1].Part.Title.En, _ => "!"));
    }

    [Fact]
    public void WhatIsRequiredAndChecked_FollowsTheAnswers()
    {
        AskingPlan plan = AskingPlan.Of(Of(Page("a", Ask("q1"), Ask("q2") with
        {
            RequiredWhen = new Condition.Chose("q1", "x"),
            Checks = [new(new Condition.Not(new Condition.Chose("q2", "y")), new("Not y", "Pas y"))],
        })));
        Question q2 = plan.Find("q2")!;
        Assert.Equal((false, null), (Follow(plan, None).Requires(q2), Follow(plan, None).Broken(q2)));
        Assert.True(Follow(plan, Said(("q1", "x"))).Requires(q2));
        Assert.Equal(0, Follow(plan, Said(("q2", "y"))).Broken(q2));
    }

    [Fact]
    public void ADrawnOrder_IsTheSameForOneSeed_AndEveryOrderComesUp()
    {
        AskingPlan plan = AskingPlan.Of(Of(Page("a", Ask("q1"), Ask("q2"), Ask("q3")) with { RandomOrder = true }));
        string Order(int seed) => string.Join(' ', plan.Follow(_ => null, null, seed).Asked(1).Questions.Select(q => q.Code));
        Assert.Equal(Order(7), Order(7));
        var orders = Enumerable.Range(0, 6000).GroupBy(Order).ToDictionary(g => g.Key, g => g.Count());
        Assert.Equal(6, orders.Count);
        Assert.All(orders.Values, n => Assert.InRange(n, 850, 1150));
    }

    [Fact]
    public void ATextRepeatsAnswersAndFacts_AndIsNeverReadAgain()
    {
        AskingPlan plan = AskingPlan.Of(Of(Page("a", Ask("q1"), Ask("q2", QuestionKind.Comment))));
        var said = Said(("q1", "x"));
        said["q2"] = new Answer.Comment("{q1} <b>");
        AskedPath path = plan.Follow(said.GetValueOrDefault, new Dictionary<string, RuleValue> { [Fact.Service] = RuleValue.Of("Tax") });
        string Piped(string text) => Piping.Filled(text, place => path.Piped(place, "fr"));
        Assert.Equal("Le choix x, {q1} <b>, Tax, …", Piped("{q1}, {q2}, {#service}, {#today}"));
        Assert.Equal("{q1} {unknown} {0} { x } {", Piped("{{q1} {unknown} {0} { x } {"));
    }

    private static AskedPath Follow(AskingPlan plan, Dictionary<string, Answer> said) => plan.Follow(said.GetValueOrDefault);

    private static Dictionary<string, Answer> Said(params (string Code, string Option)[] said) =>
        said.ToDictionary(s => s.Code, s => (Answer)new Answer.Choice(s.Option));

    private static QuestionnaireContent Of(params Section[] sections) => new() { Sections = sections };

    private static Section Page(string code, params Question[] questions) =>
        new() { Code = code, Title = new(code, code), Questions = questions };

    private static Question Ask(string code, QuestionKind? kind = null) => new()
    {
        Code = code,
        Kind = kind ?? QuestionKind.Choice,
        Text = new(code, code),
        Options = kind == QuestionKind.Comment ? []
            : [new("x", new("Option x", "Le choix x")), new("y", new("Option y {x}", "Le choix y"))],
    };
}
