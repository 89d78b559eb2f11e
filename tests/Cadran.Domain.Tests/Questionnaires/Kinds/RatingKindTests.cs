using System.Text.Json;
using Cadran.Questionnaires;
using Cadran.Statistics;

namespace Cadran.Domain.Tests.Questionnaires.Kinds;

public sealed class RatingKindTests
{
    private static readonly Question FromNought =
        Asked.Rating(new(0, 11) { Labels = [new("Not at all", "Pas du tout"), new("Completely", "Tout à fait")] });

    [Theory]
    [InlineData("0", 0), InlineData("10", 10), InlineData("7", 7)]
    public void Posted_APoint_IsTaken(string sent, int rating) =>
        Assert.Equal(new AnswerReading(new Answer.Rating(rating)), QuestionKind.Rating.Posted(FromNought, [sent]));

    [Theory]
    [InlineData("11"), InlineData("-1"), InlineData("07"), InlineData("7 "), InlineData("7.0"), InlineData("Completely"), InlineData("dk")]
    public void Posted_AnythingElse_IsNoOption(string sent) =>
        Assert.Equal((null, AnswerProblem.NotAnOption), Said(QuestionKind.Rating.Posted(FromNought, [sent])));

    [Fact]
    public void Posted_TwoPoints_IsNoOption() =>
        Assert.Equal(AnswerProblem.NotAnOption, QuestionKind.Rating.Posted(FromNought, ["1", "2"]).Problem);

    [Fact]
    public void Posted_DoesNotApply_OnlyWhereItIsOffered()
    {
        Assert.Equal(new Answer.None(NoValue.NotApplicable), QuestionKind.Rating.Posted(FromNought, ["na"]).Answer);
        Assert.Equal(AnswerProblem.NotAnOption,
            QuestionKind.Rating.Posted(FromNought with { AllowsNotApplicable = false }, ["na"]).Problem);
        Assert.Equal(default, QuestionKind.Rating.Posted(FromNought, []));
    }

    [Theory]
    [InlineData("10", 10, null), InlineData("10.0", 10, null), InlineData("0", 0, null)]
    [InlineData("completely", 10, "10"), InlineData("PAS DU TOUT", 0, "0")]
    public void Imported_NumbersAndLabels(string cell, int rating, string? readAs) =>
        Assert.Equal(new AnswerReading(new Answer.Rating(rating), null, readAs), QuestionKind.Rating.Imported(FromNought, cell));

    [Theory]
    [InlineData("11", "OffScale"), InlineData("-1", "OffScale"), InlineData("4.5", "OffScale"), InlineData("99", "OffScale")]
    [InlineData("rather", "NotARating")]
    public void Imported_WhatIsNoPoint_MayBeACodeThatSomebodyExplains(string cell, string problem)
    {
        AnswerReading read = QuestionKind.Rating.Imported(FromNought, cell);
        Assert.Equal((null, problem, true), (read.Answer, read.Problem!.Code, read.Problem.MayBeCode));
    }

    [Theory]
    [InlineData("7", 7), InlineData("-3", -3)]
    public void Stored_IsReadAsItWasWritten(string json, int rating)
    {
        using JsonDocument document = JsonDocument.Parse(json);
        Assert.Equal(new Answer.Rating(rating), QuestionKind.Rating.Stored(document.RootElement));
    }

    [Fact]
    public void Coder_TurnsReversedScalesRound_AndKeepsNegativePointsApartFromNoValue()
    {
        AnswerCoder grades = QuestionKind.Rating.Coder(Asked.Rating(new(1, 6, Reversed: true)))!;
        Assert.Equal([6, 1, -1, -1], new[] { 1, 6, 0, 7 }.Select(grades.Number));
        Assert.Equal(("6", "1", 1), (grades.Names[0], grades.Names[^1], grades.Lowest));
        AnswerCoder balance = QuestionKind.Rating.Coder(Asked.Rating(new(-2, 5)))!;
        Assert.Equal([0, 2, 4, -1, -1], new[] { -2, 0, 2, -3, 3 }.Select(balance.Number));
        Assert.Equal(["-2", "-1", "0", "1", "2"], balance.Names);
    }

    [Fact]
    public void OneColumn_UnderItsCode() => Assert.Equal(["overall"], QuestionKind.Rating.Columns(FromNought));

    [Fact]
    public void Described_ByItsEnds()
    {
        (string words, object[] args) = QuestionKind.Rating.Describe(FromNought);
        Assert.Equal("Rating from 0 to 10", string.Format(null, words, args));
    }

    private static (Answer?, AnswerProblem?) Said(AnswerReading reading) => (reading.Answer, reading.Problem);
}
