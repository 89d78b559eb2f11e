using Cadran.Collection;
using Cadran.Feedback;
using Cadran.People;
using Cadran.Tests.Support;

namespace Cadran.Tests.Feedback;

/// <summary>The list of complaints: what is due first, cut to what is late, and saved without what people wrote.</summary>
public sealed class ComplaintsIndexTests(TestApp app)
{
    [Fact]
    public async Task Late_IsListed_AndTheFileHoldsNoText()
    {
        Wave wave = await WaveData.AddAsync(app);
        (Complaint late, _) = await ComplaintData.AddAsync(app, wave.ServiceId, receivedOn: WaveData.Today.AddDays(-40));
        (Complaint young, _) = await ComplaintData.AddAsync(app, wave.ServiceId);
        Browser officer = await app.As(Role.ComplaintOfficer);
        Page all = await officer.Get($"/feedback/complaints?q={late.Number}");
        Assert.Contains(late.Number, all.Text);
        Assert.Contains("overdue", all.Text);
        Assert.DoesNotContain(young.Number, all.Text);
        Page lates = await officer.Get("/feedback/complaints?show=late&q=" + young.Number);
        Assert.Contains("No complaint here", lates.Text);
        Page csv = await officer.Get($"/feedback/complaints?handler=Csv&q={late.Number}");
        Assert.Contains(late.Number, csv.Html);
        Assert.DoesNotContain("letters", csv.Html);
        Page mine = await officer.Get("/feedback/complaints?show=mine&q=" + late.Number);
        Assert.Contains("No complaint here", mine.Text);
    }
}
