using Cadran.Catalogue;
using Cadran.People;
using Cadran.Tests.Questionnaires;
using Cadran.Tests.Support;

namespace Cadran.Tests.Catalogue;

/// <summary>Two people at one service.</summary>
public sealed class ServiceRaceTests(TestApp app)
{
    [Fact]
    public async Task FormMadeBeforeSomebodyElseChangedTheService_IsRefused_AndShowsWhatItIsNow()
    {
        Service service = await app.ServiceAsync();
        string address = $"/catalogue/services/{service.Id}/edit";
        Browser manager = await app.As(Role.Manager);
        Page mine = await manager.Get(address), theirs = await manager.Get(address);
        await theirs.Submit(new() { ["Input.NameEn"] = "Theirs" });
        Page refused = await mine.RefusesAsync(409, new() { ["Input.NameEn"] = "Mine" },
            ["Somebody has changed this in the meantime. What is written stays: look at it again."]);
        Assert.Equal("Theirs", refused.One("[name='Input.NameEn']").GetAttribute("value"));
        Assert.Equal(200, (await refused.Submit(new() { ["Input.NameEn"] = "Mine" })).Status);
    }

    [Fact]
    public void OverlappingImports_AreToldApart() => Assert.Equal(
        "Somebody has just imported the same services. Nothing was changed: start the import again.",
        ServiceVolume.ReportedMeanwhile().Message);
}
