using Cadran.People;
using Cadran.Standards;

namespace Cadran.Domain.Tests.Standards;

/// <summary>What standards and their results allow to be changed by later reports.</summary>
public sealed class StandardEntitiesTests
{
    private static readonly LocalText Text = new("In ten days", "En dix jours"), Later = new("In five days", "En cinq jours");
    private static readonly DateOnly First = new(2025, 3, 31), Second = new(2026, 9, 1);

    [Fact]
    public void AnOlderReport_LeavesTheDescriptionOfTodayAlone()
    {
        ServiceStandard standard = ServiceStandard.Create(Guid.NewGuid(), "S 1", Text, "TML", "TEL");
        Assert.Equal("S1", standard.CodeKey);
        standard.Results.Add(StandardResult.Create(standard.Id, "2023-2024", Figures(9), First));
        Assert.False(standard.Describe("2022-2023", Later, "ACS", "ONL"));
        Assert.Equal((Text, "TML", "TEL"), (standard.Text, standard.Type, standard.Channel));
        Assert.True(standard.Describe("2023-2024", Later, "ACS", "ONL"));
        Assert.Equal((Later, "ACS", "ONL"), (standard.Text, standard.Type, standard.Channel));
    }

    [Fact]
    public void TheSameFiguresReportedAgain_KeepTheirDay_AndOthersTakeTheNewOne()
    {
        StandardResult result = StandardResult.Create(Guid.NewGuid(), "2023-2024", Figures(9), First);
        result.Report(Figures(9), Second, Text);
        Assert.Equal((First, Text), (result.ReportedOn, result.Comment));
        result.Report(Figures(8), Second, Text);
        Assert.Equal((Second, 8L), (result.ReportedOn, result.MeetingTarget));
        result.PublishedOn(First);
        Assert.Equal(First, result.ReportedOn);
    }

    [Fact]
    public void YearWrittenByHand_IsCorrectedWithAReason_AndKeepsWhatWasThere()
    {
        ServiceStandard standard = ServiceStandard.Create(Guid.NewGuid(), "1", Text, "TML", "TEL");
        standard.RecordYear("2024-2025", Figures(9), null, Somebody, Now);
        Assert.Equal(9, standard.ResultOf("2024-2025")!.MeetingTarget);
        Assert.Equal("correction.reason", Refused(() => standard.RecordYear("2024-2025", Figures(8), " ", Somebody, Now)).Code);
        standard.RecordYear("2024-2025", Figures(8), "Counted twice.", Somebody, Now);
        Assert.Equal(8, standard.ResultOf("2024-2025")!.MeetingTarget);
        Assert.Equal(new Correction("2024-2025", "0.9; 9 / 10", "0.9; 8 / 10", "Counted twice.", "S. Omebody", Now.AtUtc),
            Assert.Single(standard.Corrections));
        standard.RecordYear("2024-2025", Figures(8), null, Somebody, Now);
        Assert.Single(standard.Corrections);
    }

    [Theory]
    [InlineData("2024", 9, 10, "0.9", "standard.year")]
    [InlineData("2024-2026", 9, 10, "0.9", "standard.year")]
    [InlineData("2024-2025", 9, 10, "80", "standard.target")]
    [InlineData("2024-2025", 9, -1, "0.9", "standard.negative")]
    [InlineData("2024-2025", 11, 10, "0.9", "standard.more-than-all")]
    public void YearThatCannotBe_IsRefused(string year, long meeting, long total, string target, string code)
    {
        ServiceStandard standard = ServiceStandard.Create(Guid.NewGuid(), "1", Text, "TML", "TEL");
        var figures = new StandardFigures(new StandardTarget(decimal.Parse(target, System.Globalization.CultureInfo.InvariantCulture)),
            meeting, total);
        Assert.Equal(code, Refused(() => standard.RecordYear(year, figures, null, Somebody, Now)).Code);
        Assert.Empty(standard.Results);
    }

    private static readonly Actor Somebody = new(null, "S. Omebody");
    private static readonly Moment Now = Moment.On(new(2026, 3, 2));

    private static RuleViolationException Refused(Action act) => Assert.Throws<RuleViolationException>(act);

    private static StandardFigures Figures(long meeting) => new(new StandardTarget(0.9m), meeting, 10);
}
