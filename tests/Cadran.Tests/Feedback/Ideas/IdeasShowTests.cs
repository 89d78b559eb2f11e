using Cadran.Feedback;
using Cadran.People;
using Cadran.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Cadran.Tests.Feedback;

/// <summary>An idea is supported, discussed and answered with reasons that stay.</summary>
public sealed class IdeasShowTests(TestApp app)
{
    private const string Answer = "form[action$='handler=Answer']", Comment = "form[action$='handler=Comment']",
        Vote = "form[action$='handler=Vote']", Unvote = "form[action$='handler=Unvote']";

    [Fact]
    public async Task AnAnswer_WithReasons_IsShown_AndAnotherStandsBesideIt()
    {
        Page page = await PageAsync(await IdeaAsync("Call <i>back</i>"), Role.Manager);
        Assert.Contains("Call <i>back</i>", page.One("blockquote").TextContent);
        Assert.Contains("from somebody who stays unknown", page.Text);
        Page answered = await page.Submit(Answered("Declined", "Too dear now."), Answer);
        Assert.Contains("Answered. The author reads it with the receipt.", answered.Text);
        Assert.Contains("Too dear now.", answered.Text);
        await app.Services.TraceAsync("idea.answer", await AnswerIdAsync(page.Id, 1), "Manager tester", "", "Too dear now.");
        Page again = await answered.Submit(Answered("Adopted", "There is money now."), Answer);
        Assert.Equal(["Answer taken up", "Earlier answer not taken up"], again.Document.QuerySelectorAll("main section.panel > h2")
            .Select(h => string.Join(' ', h.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))).Take(2));
    }

    [Fact]
    public async Task WhatIsMissing_OrCameSecond_IsTold()
    {
        Idea idea = await IdeaAsync("A");
        Page one = await PageAsync(idea, Role.Manager), other = await PageAsync(idea, Role.Manager);
        await one.RefusesAsync(422, Answered("", ""),
            ["Choose what becomes of the idea.", "Give the reasons: the author will read them."], Answer);
        await one.Submit(Answered("Kept", "In autumn."), Answer);
        Page told = await other.RefusesAsync(409, Answered("Declined", "No."),
            ["Somebody has just answered this idea. Read that answer before you give another."], Answer);
        Assert.Contains("In autumn.", told.Text);
        Func<Task> answer = () => app.Db(async db =>
        {
            db.Add(IdeaAnswer.Give(idea, 1, 1, IdeaOutcome.There, new("x", ""), Recorded.Somebody, TestApp.Now));
            await db.SaveChangesAsync();
        });
        await Race.OneIsRefusedAsync("idea.answered-meanwhile", answer, answer);
    }

    [Fact]
    public async Task Colleagues_Discuss_AndSupportOnce()
    {
        Idea idea = await IdeaAsync("A");
        Page page = await PageAsync(idea, Role.Executive);
        Assert.Empty(page.Document.QuerySelectorAll(Answer));
        await page.RefusesAsync(422, new() { ["Comment.Text"] = "" }, ["Write your comment."], Comment);
        Page said = await page.Submit(new() { ["Comment.Text"] = "We <b>tried</b> it." }, Comment);
        Assert.Contains("We <b>tried</b> it.", said.Text);
        Guid comment = await app.Db(db => db.IdeaComments.Where(c => c.IdeaId == idea.Id).Select(c => c.Id).SingleAsync());
        await app.Services.TraceAsync("idea.comment", comment, "Executive tester", "", "tried");
        Page voted = await said.Submit(form: Vote);
        Assert.True(voted.Says("1 person supports it."), voted.Text);
        Guid vote = await app.Db(db => db.IdeaVotes.Where(v => v.IdeaId == idea.Id).Select(v => v.Id).SingleAsync());
        await app.Services.TraceAsync("idea.vote", vote, "Executive tester", "", idea.Id.ToString());
        await said.RefusesAsync(409, [], ["You support this idea already: it counts once."], Vote);
        Page unvoted = await voted.Submit(form: Unvote);
        Assert.True(unvoted.Says("0 people support it."), unvoted.Text);
        await app.Services.TraceAsync("idea.unvote", vote, "Executive tester", idea.Id.ToString(), "");
        Guid person = await app.Db(db => db.Users.Where(u => u.Email == "analyst@a.example").Select(u => u.Id).FirstAsync());
        Func<Task> twice = () => app.Db(async db =>
        {
            db.Add(IdeaVote.For(idea, new(person, "A"), TestApp.Now));
            await db.SaveChangesAsync();
        });
        await Race.OneIsRefusedAsync("idea.voted", twice, twice);
        Assert.Equal("Only somebody with an account supports an idea.",
            Assert.Throws<RuleViolationException>(() => IdeaVote.For(idea, Actor.Command, TestApp.Now)).Message);
    }

    private async Task<Idea> IdeaAsync(string text) => await app.IdeaAsync(await app.BoxAsync(), text);

    private async Task<Page> PageAsync(Idea idea, Role role) => await (await app.As(role)).Get($"/feedback/ideas/{idea.Id}");

    private Task<Guid> AnswerIdAsync(Guid idea, int number) =>
        app.Db(db => db.IdeaAnswers.Where(a => a.IdeaId == idea && a.Number == number).Select(a => a.Id).SingleAsync());

    private static Dictionary<string, string> Answered(string outcome, string reason) =>
        new() { ["Input.Outcome"] = outcome, ["Input.Reason"] = reason };
}
