using Cadran.Standards;
using Cadran.Tests.Standards;
using Cadran.Tests.Support;

namespace Cadran.Tests.Public;

/// <summary>Promise, last result, trend and remedies, for everybody, without a script and without small counts.</summary>
public sealed class PublicServiceTests(TestApp app)
{
    [Fact]
    public async Task APublishedStandard_IsReadByEverybody()
    {
        ServiceStandard standard = await app.StandardAsync(s =>
        {
            s.Months(80, 80, 80, 90, 90, 90);
            s.Remark(StandardNoteKind.Remedy, new(2026, 2, 1), new("Two more officers", "Deux agents de plus"), Recorded.Somebody,
                TestApp.Now);
            s.Remark(StandardNoteKind.Change, new(2026, 2, 1), new("Inside only", ""), Recorded.Somebody, TestApp.Now);
            s.Publish(Recorded.Somebody, TestApp.Now);
        });
        Page page = await app.Anonymous().Get($"/public/service/{standard.ServiceId}");
        foreach (string told in new[]
        {
            "We promise: 90% of the cases within 10 days.", "Last result, February 2026:", "of 100 cases.",
            "The later half of the periods shown is 10.0 points better than the earlier one.", "Two more officers",
        }) Assert.Contains(told, page.Text);
        Assert.DoesNotContain("Inside only", page.Text);
        Assert.DoesNotContain("Recorded", page.Text);
        Assert.Empty(page.Document.QuerySelectorAll("script"));
    }

    [Fact]
    public async Task FewCases_AreNotTold()
    {
        ServiceStandard standard = await app.StandardAsync(s =>
        {
            s.RecordPeriod(ReportingPeriod.Require("2026-01"), new(3, 4), PeriodSource.Typed, null, Recorded.Somebody, TestApp.Now);
            s.Publish(Recorded.Somebody, TestApp.Now);
        });
        Page page = await app.Anonymous().Get($"/public/service/{standard.ServiceId}");
        Assert.Contains("fewer than 5 cases, which are not told.", page.Text);
        Assert.DoesNotContain("75", page.Text);
    }
}
