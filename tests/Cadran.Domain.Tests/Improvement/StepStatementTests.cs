using Cadran.Catalogue;
using Cadran.Collection;
using Cadran.Improvement;
using Cadran.People;

namespace Cadran.Domain.Tests.Improvement;

/// <summary>What is said where no evidence decides: dated, signed, in versions; and which waves asked staff.</summary>
public sealed class StepStatementTests
{
    private static readonly Moment Now = Moment.On(new(2026, 3, 2));
    private static readonly Actor Somebody = new(Guid.NewGuid(), "S. Omebody");
    private static readonly Service Passports = Service.Create(Guid.NewGuid(), "P", new("Passports", ""));

    [Fact]
    public void Written_KeepsWhoAndWhen_AndOnlyPartsOfItsKind_InTheirOrder()
    {
        StepStatement said = Write(StepStatementKind.Vision, 2, (StepPart.Vision, "Soon"), (StepPart.Mission, "Travel"),
            (StepPart.Strengths, "None of this"), (StepPart.Vision, "Twice"));
        Assert.Equal((3, new DateOnly(2026, 3, 2), "S. Omebody"), (said.Number, said.On, said.WrittenBy));
        Assert.Equal([StepPart.Mission, StepPart.Vision], said.Parts.Select(p => p.Part));
        Assert.Equal(("Soon", LocalText.Empty), (said[StepPart.Vision].En, said[StepPart.Strengths]));
        Assert.True(said.LacksALanguage);
    }

    [Theory]
    [InlineData(StepStatementKind.SelfAssessment, "step.self-assessment")]
    [InlineData(StepStatementKind.FeedbackStrategy, "step.strategy")]
    [InlineData(StepStatementKind.Vision, "step.vision")]
    [InlineData(StepStatementKind.Recognition, "step.recognition")]
    public void WhatSaysNothing_IsRefused(StepStatementKind kind, string code) =>
        Assert.Equal(code, Assert.Throws<RuleViolationException>(() => Write(kind, 0, (StepPart.Mission, ""))).Code);

    [Fact]
    public void ATextThatIsTooLong_IsRefused() => Assert.Equal("text.too-long", Assert.Throws<RuleViolationException>(
        () => Write(StepStatementKind.Vision, 0, (StepPart.Vision, new string('x', StepStatement.TextMaxLength + 1)))).Code);

    [Fact]
    public void WhoSawAnEarlierVersion_IsTold() => Assert.Equal("step.written-meanwhile", Assert.Throws<RuleViolationException>(() =>
        StepStatement.Write(Passports.Id, StepStatementKind.Vision, 2, 1, [new(StepPart.Vision, new("V", ""))], Somebody, Now)).Code);

    [Fact]
    public void AWaveOfClients_IsNoSurveyOfStaff() => Assert.Equal("staff-survey.of-clients",
        Assert.Throws<RuleViolationException>(() => StaffSurvey.Name(Passports, WaveOf(Passports.Id), Somebody, Now)).Code);

    [Fact]
    public void ASurveyOfStaff_IsWithdrawnOnce_AndNamedAgain()
    {
        StaffSurvey survey = StaffSurvey.Name(Passports, WaveOf(Guid.NewGuid()), Somebody, Now);
        Assert.Equal("staff-survey.named", Assert.Throws<RuleViolationException>(() => survey.NameAgain(Somebody, Now)).Code);
        survey.Withdraw(Somebody, Now);
        Assert.Equal("staff-survey.withdrawn", Assert.Throws<RuleViolationException>(() => survey.Withdraw(Somebody, Now)).Code);
        survey.NameAgain(Somebody, Now);
        Assert.Null(survey.WithdrawnAtUtc);
    }

    private static Wave WaveOf(Guid service) => Wave.Plan(service, Guid.NewGuid(), "1", new(2026, 1, 1), new(2026, 1, 31), Somebody, Now);

    private static StepStatement Write(StepStatementKind kind, int latest, params (StepPart Part, string Text)[] parts) =>
        StepStatement.Write(Passports.Id, kind, latest, latest, parts.Select(p => new WrittenPart(p.Part, new(p.Text, ""))), Somebody, Now);
}
