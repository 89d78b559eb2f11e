using Cadran.Questionnaires;

namespace Cadran.Domain.Tests.Questionnaires.Rules;

/// <summary>What blocks the publication of a questionnaire whose rules cannot work.</summary>
public sealed class RuleFindingsTests
{
    [Theory]
    [InlineData("q9 has \"x\"", "A rule of {0} asks about the question {1}, which is not there.")]
    [InlineData("q1 has \"z\"", "A rule of {0} asks for the answer {1} of {2}, which it does not offer.")]
    [InlineData("q3 has \"x\"", "A rule of {0} asks about {1}, which has no answer yet when the rule is needed. Move one of them.")]
    [InlineData("q2 has \"x\"", "A rule of {0} asks about {1}, which has no answer yet when the rule is needed. Move one of them.")]
    [InlineData("q1 has \"x\" and q1 has \"y\"", "Nobody can be asked {0}: no answers fulfil what shows it.")]
    [InlineData("q1 = \"x\" and not answered(q1)", "Nobody can be asked {0}: no answers fulfil what shows it.")]
    [InlineData("n1 > 5 and n1 < 6", "Nobody can be asked {0}: no answers fulfil what shows it.")]
    [InlineData("count(c1) > 2", "Nobody can be asked {0}: no answers fulfil what shows it.")]
    [InlineData("d1 < date(2026-01-01) and d1 > date(2026-01-01)", "Nobody can be asked {0}: no answers fulfil what shows it.")]
    public void ARuleThatCannotWork_Blocks(string rule, string message)
    {
        QualityFinding finding = Assert.Single(Found(rule));
        Assert.Equal((message, true, "q2"), (finding.Message, finding.Blocks, finding.QuestionCode));
    }

    [Theory]
    [InlineData("q1 has \"x\" or q1 has \"y\""), InlineData("n1 > 5 and n1 < 7"), InlineData("count(c1) = 2 and c1 has \"x\"")]
    [InlineData("d1 < date(2026-01-02) and d1 > date(2025-12-31)"), InlineData("not answered(q1)"), InlineData("q1 is na")]
    [InlineData("#today > date(2020-01-01)")]
    public void ARuleThatSomebodyFulfils_IsFine(string rule) => Assert.Empty(Found(rule));

    [Fact]
    public void AQuestionIsOutOfReach_AlsoThroughThoseBeforeIt()
    {
        QuestionnaireContent content = Of(
            Page("a", Ask("q1")), Page("b", Ask("q2") with { ShownWhen = Rule("q1 has \"x\"") }),
            Page("c", Ask("q3") with { ShownWhen = Rule("q2 has \"x\" and q1 has \"y\"") }));
        Assert.Equal(["q3"], Blocking(content).Select(f => f.QuestionCode));
    }

    [Fact]
    public void ARuleAboutItsOwnPage_PartsIt_ButNotOfARandomOrder()
    {
        Section page = Page("a", Ask("q1"), Ask("q2") with { ShownWhen = Rule("q1 has \"x\"") });
        Assert.Empty(Blocking(Of(page)));
        // What must be so of answers, or need one, may look at the same page.
        Assert.Empty(Blocking(Of(Page("a", Ask("q1") with { RequiredWhen = Rule("q1 is na") }))));
    }

    [Fact]
    public void Loops_GoOverAQuestionBeforeThem_AndNotTooOften()
    {
        Section loop = Page("l", Ask("q2")) with { Loop = new("q1", []) };
        Assert.Contains("{0} is repeated for the options of a question that is not asked before it.",
            Blocking(Of(loop, Page("a", Ask("q1")))).Select(f => f.Message));
        Assert.Empty(Blocking(Of(Page("a", Ask("q1")), loop)));
        Question many = Ask("q1") with
        {
            Options = [.. Enumerable.Range(1, 21).Select(n => new QuestionOption($"o{n}", new($"{n}", $"{n}")))],
        };
        Assert.Contains("{0} would be repeated {1} times. Between 1 and {2} are possible.",
            Blocking(Of(Page("a", many), loop)).Select(f => f.Message));
    }

    [Fact]
    public void OptionsOfAScale_TakeNoRules_AndATextRepeatsEarlierAnswersOnly()
    {
        Question ranking = Ask("q2") with { Kind = QuestionKind.Ranking, RandomOptions = true };
        Assert.Equal(["{0} has rules or a random order for its options. Only one choice and several choices can have them."],
            Blocking(Of(Page("a", ranking))).Select(f => f.Message));
        Question early = Ask("q1") with { Text = new("About {q2}", "Sur {q2}") };
        Assert.Equal(["{0} repeats the answer to {1}, which is asked on the same page or later."],
            Blocking(Of(Page("a", early), Page("b", Ask("q2")))).Select(f => f.Message));
    }

    [Fact]
    public void ARuleOfTooManyParts_Blocks() => Assert.Contains("A rule of {0} has too many parts, or too many within each other.",
        Blocking(Of(Page("a", Ask("q1") with
        {
            ShownWhen = new Condition.All([.. Enumerable.Repeat(new Condition.Constant(true), Condition.MaxParts)]),
        }))).Select(f => f.Message));

    [Fact]
    public void PublicationIsRefused_InTheWordsOfTheFinding()
    {
        var questionnaire = Questionnaire.Start(Guid.NewGuid(), "Q",
            Of(Page("a", Ask("q1") with { ShownWhen = Rule("gone has \"x\"") })), "A reason.");
        Assert.Equal("A rule of {0} asks about the question {1}, which is not there.",
            Assert.Throws<RuleViolationException>(() => questionnaire.Publish(DateTime.UnixEpoch)).Message);
    }

    private static IEnumerable<QualityFinding> Found(string rule) => Blocking(Of(
        Page("a", Ask("q1") with { NoValues = [NoValueCode.NotApplicable] },
            new Question { Code = "n1", Kind = QuestionKind.Number, Text = new("n", "n") },
            new Question { Code = "d1", Kind = QuestionKind.Date, Text = new("d", "d") }, Ask("c1") with { Kind = QuestionKind.Choices }),
        Page("b", Ask("q2") with { ShownWhen = Rule(rule) }), Page("c", Ask("q3"))));

    private static IEnumerable<QualityFinding> Blocking(QuestionnaireContent content) =>
        QualityControl.Of(content).Findings.Where(f => f.Code.StartsWith("rule.", StringComparison.Ordinal));

    private static Condition Rule(string text) => RuleText.Read(text).Condition!;

    private static QuestionnaireContent Of(params Section[] sections) => new() { Title = new("T", "T"), Sections = sections };

    private static Section Page(string code, params Question[] questions) =>
        new() { Code = code, Title = new(code, code), Questions = questions };

    private static Question Ask(string code) => new()
    {
        Code = code,
        Kind = QuestionKind.Choice,
        Text = new(code, code),
        Options = [new("x", new("X", "X")), new("y", new("Y", "Y"))],
    };
}
