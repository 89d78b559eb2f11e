using System.Text.Json;
using Cadran.Questionnaires;

namespace Cadran.Domain.Tests.Questionnaires.Kinds;

public sealed class CommentKindTests
{
    private static readonly Question Improve = Asked.Comment();

    [Fact]
    public void Posted_IsCleaned()
    {
        Assert.Equal(new Answer.Comment("a\nb"), QuestionKind.Comment.Posted(Improve, [" a\r\nb\u0001\uFFFD "]).Answer);
        Assert.Equal(default, QuestionKind.Comment.Posted(Improve, [" \u0007 "]));
    }

    [Fact]
    public void TooLong_WouldLoseWhatWasTyped()
    {
        AnswerProblem problem = QuestionKind.Comment.Posted(Improve, [new string('é', CommentKind.MaxLength + 1)]).Problem!;
        Assert.Equal(("TooLong", false, true), (problem.Code, problem.WasKept, problem.WouldLoseText));
        Assert.Equal("The comment is longer than 2,000 characters.",
            QuestionKind.Comment.Imported(Improve, new string('x', 2001)).Problem?.InFile);
        Assert.NotNull(QuestionKind.Comment.Posted(Improve, [new string('é', CommentKind.MaxLength)]).Answer);
    }

    [Fact]
    public void SomebodyMayType_TheCodeOfNoValue()
    {
        Assert.Equal(new Answer.Comment("na"), QuestionKind.Comment.Posted(Improve with { AllowsNotApplicable = true }, ["na"]).Answer);
        using JsonDocument wrapped = JsonDocument.Parse("""{"text":"na"}"""),
            masked = JsonDocument.Parse("""{"text":"x","masked":{"phone":2}}""");
        Assert.Equal(new Answer.Comment("na"), QuestionKind.Comment.Stored(wrapped.RootElement));
        Assert.Equal(2, Assert.IsType<Answer.Comment>(QuestionKind.Comment.Stored(masked.RootElement)).Masked!["phone"]);
    }

    [Fact]
    public void NoColumnOfNumbers_ButOneInFiles()
    {
        Assert.Null(QuestionKind.Comment.Coder(Improve));
        Assert.Equal(["improve"], QuestionKind.Comment.Columns(Improve));
    }
}
