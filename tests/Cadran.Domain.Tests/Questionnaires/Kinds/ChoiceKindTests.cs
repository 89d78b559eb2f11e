using Cadran.Questionnaires;

namespace Cadran.Domain.Tests.Questionnaires.Kinds;

public sealed class ChoiceKindTests
{
    private static readonly Question Region = Asked.Choice("north", "south");

    [Fact]
    public void Posted_OneOfTheOptions()
    {
        Assert.Equal(new Answer.Choice("south"), QuestionKind.Choice.Posted(Region, ["south"]).Answer);
        Assert.Equal(AnswerProblem.NotAnOption, QuestionKind.Choice.Posted(Region, ["east"]).Problem);
        Assert.Equal(AnswerProblem.NotAnOption, QuestionKind.Choice.Posted(Region, ["north", "south"]).Problem);
        Assert.Equal(AnswerProblem.NotAnOption, QuestionKind.Choice.Posted(Region, ["South"]).Problem);
    }

    [Theory]
    [InlineData("north"), InlineData("NORTH"), InlineData("le north")]
    public void Imported_ByCodeOrLabel(string cell) =>
        Assert.Equal(new AnswerReading(new Answer.Choice("north")), QuestionKind.Choice.Imported(Region, cell));

    [Fact]
    public void Imported_AnythingElse_IsNoneOfTheOptions()
    {
        AnswerProblem problem = QuestionKind.Choice.Imported(Region, "1")!.Problem!;
        Assert.Equal(("NotAnOption", "“{0}” is none of the options.", false), (problem.Code, problem.InFile, problem.MayBeCode));
    }

    [Fact]
    public void Coder_NumbersOptionsInTheirOrder()
    {
        AnswerCoder coder = QuestionKind.Choice.Coder(Region)!;
        Assert.Equal((0, 1, -1), (coder.Word("north"u8), coder.Word("south"u8), coder.Word("nor"u8)));
        Assert.Equal((false, 0), (coder.ByOption, coder.Lowest));
        Assert.Equal(["north", "south"], coder.Names);
        Assert.Null(QuestionKind.Choice.Coder(Asked.Choice([.. Enumerable.Range(0, AnswerCoder.MostCodes + 1).Select(i => $"o{i}")])));
    }

    [Fact]
    public void Faults_TooFewOrTooManyOptions()
    {
        Assert.Equal("Write at least two options, one on each line.",
            Assert.Single(QuestionKind.Choice.Faults(Asked.Choice("one"))).Message);
        Question many = Asked.Choice([.. Enumerable.Range(0, OwnItem.MaxOptions + 1).Select(i => $"o{i}")]);
        Assert.Equal("A question has at most 60 options.", Assert.Single(QuestionKind.Choice.Faults(many)).Message);
        Assert.Empty(QuestionKind.Choice.Faults(Region));
    }
}
