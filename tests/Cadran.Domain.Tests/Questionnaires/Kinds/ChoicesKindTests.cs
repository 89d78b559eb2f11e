using Cadran.Questionnaires;

namespace Cadran.Domain.Tests.Questionnaires.Kinds;

public sealed class ChoicesKindTests
{
    private static readonly Question Any = Asked.Choices(null, "web", "phone", "desk"), Two = Any with { Most = 2 };

    [Fact]
    public void Posted_IsKeptInTheOrderOfTheOptions()
    {
        var chosen = Assert.IsType<Answer.Choices>(QuestionKind.Choices.Posted(Any, ["desk", "web"]).Answer);
        Assert.Equal(["web", "desk"], chosen.Codes);
        Assert.Equal(AnswerProblem.NotAnOption, QuestionKind.Choices.Posted(Any, ["web", "fax"]).Problem);
    }

    [Fact]
    public void Posted_TooMany_IsKeptToBePutRight_AndStopsTheSending()
    {
        (Answer? answer, AnswerProblem? problem, _) = QuestionKind.Choices.Posted(Two, ["web", "phone", "desk"]);
        Assert.Equal(3, Assert.IsType<Answer.Choices>(answer).Codes.Count);
        Assert.Equal(("TooMany", true, false), (problem!.Code, problem.WasKept, problem.WouldLoseText));
        Assert.Equal([2], problem.Args);
        Assert.Equal("TooMany", QuestionKind.Choices.Check(Two, answer)?.Code);
        Assert.Null(QuestionKind.Choices.Check(Two, new Answer.Choices(["web", "desk"])));
        Assert.Contains("TooMany", QuestionKind.Choices.Problems(Two).Select(p => p.Code));
        Assert.DoesNotContain("TooMany", QuestionKind.Choices.Problems(Any).Select(p => p.Code));
    }

    [Theory]
    [InlineData("web;desk"), InlineData("Desk | web"), InlineData(" web ; ; le desk ")]
    public void Imported_SeveralInACell(string cell) =>
        Assert.Equal(["web", "desk"], Assert.IsType<Answer.Choices>(QuestionKind.Choices.Imported(Any, cell).Answer).Codes);

    [Fact]
    public void Imported_TooManyOrUnknown_IsRefused()
    {
        Assert.Equal((null, "TooMany"),
            (QuestionKind.Choices.Imported(Two, "web|phone|desk") is var many ? many.Answer : null, many.Problem?.Code));
        Assert.Equal("NotAnOption", QuestionKind.Choices.Imported(Any, "web;fax").Problem?.Code);
        Assert.Equal("NotAnOption", QuestionKind.Choices.Imported(Any, ";").Problem?.Code);
    }

    [Fact]
    public void AColumnPerOption_UnderANameNoQuestionHas()
    {
        Assert.Equal(["channels.web", "channels.phone", "channels.desk"], QuestionKind.Choices.Columns(Any));
        Assert.All(QuestionKind.Choices.Columns(Any), name => Assert.False(OwnItem.IsCode(name)));
        AnswerCoder coder = QuestionKind.Choices.Coder(Any)!;
        Assert.True(coder.ByOption);
        Assert.Equal(2, coder.Word("desk"u8));
    }

    [Fact]
    public void Advice_SaysHowManyMayBeChosen()
    {
        Assert.Equal("Choose all that apply.", QuestionKind.Choices.Advice(Any)?.Words);
        Assert.Equal(("Choose at most {0}.", 2), (QuestionKind.Choices.Advice(Two)?.Words, QuestionKind.Choices.Advice(Two)?.Args[0]));
    }
}
