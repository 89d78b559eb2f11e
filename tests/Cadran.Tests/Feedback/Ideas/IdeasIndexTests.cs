using Cadran.Feedback;
using Cadran.People;
using Cadran.Tests.Support;

namespace Cadran.Tests.Feedback;

/// <summary>Ideas that wait come first, and the share that was answered in time is said.</summary>
public sealed class IdeasIndexTests(TestApp app)
{
    [Fact]
    public async Task Ideas_StandByTheDayOfTheirAnswer_AndAreCut()
    {
        IdeaBox box = await app.BoxAsync(days: 10);
        Idea kept = await app.IdeaAsync(box, "Kept in time", daysAgo: 40);
        await app.IdeaAsync(box, "Waits and is late", daysAgo: 20);
        await app.IdeaAsync(box, "Waits in time", daysAgo: 2);
        await app.Db(async db =>
        {
            db.Add(IdeaAnswer.Give(kept, 0, 0, IdeaOutcome.PassedOn, new("R", ""), Recorded.Somebody,
                Moment.On(WaveData.Today.AddDays(-35))));
            await db.SaveChangesAsync();
        });
        Browser browser = await app.As(Role.Executive);
        Page all = await browser.Get($"/feedback/ideas?Box={box.Id}");
        Assert.Equal(["Waits and is late", "Waits in time", "Kept in time"], Rows(all));
        Assert.Contains("1 of 2 were answered within the time that was promised.", all.Text);
        Assert.Contains("1 answer is overdue.", all.Text);
        Assert.Contains("1 idea waits for its answer and is still in time.", all.Text);
        Assert.Equal(["Waits and is late"], Rows(await browser.Get($"/feedback/ideas?Box={box.Id}&Show=Late")));
        Assert.Equal(2, Rows(await browser.Get($"/feedback/ideas?Box={box.Id}&Show=Waiting")).Length);
        Assert.Equal(["Kept in time"], Rows(await browser.Get($"/feedback/ideas?Box={box.Id}&Show=Answered")));
    }

    [Fact]
    public async Task WhoeverSeesNoBox_IsToldWhatOneIs()
    {
        IdeaBox box = await app.BoxAsync();
        Page page = await (await app.AsForeigner()).Get($"/feedback/ideas?Box={box.Id}");
        Assert.Contains("No box for ideas yet", page.Text);
        // An organisation is kept with what came to it.
        var refused = Assert.Throws<RuleViolationException>(() =>
            Organisation.Create("X", new("X", ""), app.Government).RequireEmpty(new(0, 0, 0, 0, 0, Boxes: 2)));
        Assert.Equal("This organisation holds {0} boxes for ideas of staff: what came is kept, and so is the organisation.",
            refused.Message);
    }

    [Fact]
    public async Task WhatComesTooLate_OrTwice_IsTold()
    {
        IdeaBox box = await app.BoxAsync();
        IdeaReceipt same = IdeaReceipt.New();
        Func<Task> give = () => app.Db(async db =>
        {
            db.Add(Idea.Give(box, "Three", null, "en", same, TestApp.Now));
            await db.SaveChangesAsync();
        });
        await Race.OneIsRefusedAsync("idea.sent", give, give);
        Assert.Equal("This idea has come already. It counts once.", Idea.SentAlready().Message);
        box.Close(Recorded.Somebody, TestApp.Now);
        var refused = Assert.Throws<RuleViolationException>(() => Idea.Give(box, "Late", null, "en", same, TestApp.Now));
        Assert.Equal("This box takes no more ideas.", refused.Message);
    }

    private static string[] Rows(Page page) =>
        [.. page.Document.QuerySelectorAll("[aria-label='Ideas from staff'] tbody th").Select(r => r.TextContent.Trim())];
}
