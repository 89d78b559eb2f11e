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

    private static StandardFigures Figures(long meeting) => new(new StandardTarget(0.9m), meeting, 10);
}
