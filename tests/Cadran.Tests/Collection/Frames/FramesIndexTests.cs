using Cadran.Collection;
using Cadran.People;
using Cadran.Tests.Support;

namespace Cadran.Tests.Collection;

/// <summary>Frames are listed with counts for those who read, without contacts, and nobody else's.</summary>
public sealed class FramesIndexTests(TestApp app)
{
    [Fact]
    public async Task Frames_AreListedWithCounts_AndForeignOnesAreNot()
    {
        string tag = FrameData.Tag();
        Frame frame = await FrameData.AddAsync(app, FrameData.List(tag, 12));
        Page auditor = await (await app.As(Role.Auditor)).Get("/collection/frames");
        Assert.Contains(frame.Code, auditor.Text);
        Assert.DoesNotContain("Add a frame", auditor.Text);
        Assert.DoesNotContain(frame.Code, (await (await app.AsForeigner()).Get("/collection/frames")).Text);
        Page shown = await (await app.As(Role.Analyst, "fr")).Get("/collection/frames");
        Assert.Contains("Ajouter une base de sondage", shown.Text);
        Assert.DoesNotContain(tag + "@", shown.Text);
    }

    [Fact]
    public async Task TheWayToFrames_IsOnTheCollectionPage()
    {
        Page page = await (await app.As(Role.Analyst)).Get("/collection");
        Assert.Equal("Clients and samples", (await page.Follow("Clients and samples")).Title);
    }
}
