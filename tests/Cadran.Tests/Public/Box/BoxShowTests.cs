using System.Net;
using Cadran.Feedback;
using Cadran.People;
using Cadran.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Cadran.Tests.Public;

/// <summary>An idea is written without an account, and nothing leads from it to its author.</summary>
public sealed class BoxShowTests(TestApp app)
{
    [Fact]
    public async Task AnIdea_Arrives_AndItsReceiptReadsTheAnswer()
    {
        IdeaBox box = await app.BoxAsync();
        Page form = await app.Anonymous().Get($"/public/box/{box.Slug}");
        Assert.Empty(form.Document.QuerySelectorAll("script"));
        Assert.Contains("Each idea gets an answer with reasons within 30 days.", form.Text);
        Page sent = await form.Submit(new() { ["Input.Text"] = "Print the <b>date</b>." });
        string receipt = sent.One(".poster-link code").TextContent;
        Page asked = await sent.Follow("Read the answer");
        Page waiting = await asked.Submit(new() { ["Receipt"] = receipt.ToLowerInvariant() });
        Assert.Contains("Print the <b>date</b>.", waiting.Text);
        Assert.Contains("An answer is promised by April 1, 2026.", waiting.Text);

        Idea idea = await app.Db(db => db.Ideas.AsNoTracking().SingleAsync(i => i.BoxId == box.Id));
        Page manager = await (await app.As(Role.Manager)).Get($"/feedback/ideas/{idea.Id}");
        await manager.Submit(new() { ["Input.Outcome"] = "Adopted", ["Input.Reason"] = "In the spring release." },
            "form[action$='handler=Answer']");
        Page answered = await asked.Submit(new() { ["Receipt"] = receipt });
        Assert.Contains("In the spring release.", answered.Text);
        Assert.DoesNotContain("Manager tester", answered.Text);
    }

    [Fact]
    public async Task NothingLeadsToItsAuthor()
    {
        IdeaBox box = await app.BoxAsync();
        long before = await app.Db(db => db.AuditEvents.LongCountAsync(e => e.Subject == "Idea"));
        // Even somebody who is signed in stays unknown.
        Page form = await (await app.As(Role.Analyst)).Get($"/public/box/{box.Slug}");
        await form.Submit(new() { ["Input.Text"] = "Unknown" });
        Idea idea = await app.Db(db => db.Ideas.AsNoTracking().SingleAsync(i => i.BoxId == box.Id));
        Assert.Null(idea.Author);
        Assert.Equal(4, idea.Id.Version);
        Assert.Equal(before, await app.Db(db => db.AuditEvents.LongCountAsync(e => e.Subject == "Idea")));
        string[] columns = await app.Db(db => Task.FromResult(db.Model.FindEntityType(typeof(Idea))!.GetProperties().Select(p => p.Name)
            .Order(StringComparer.Ordinal).ToArray()));
        Assert.Equal(["AnswerBy", "Author", "BoxId", "Id", "Language", "Receipt", "ReceivedOn", "Text"], columns);
        // Nobody is given a cookie for it.
        using var http = new HttpClient(new HttpClientHandler { UseCookies = false }) { BaseAddress = app.Address };
        using HttpResponseMessage bare = await http.GetAsync($"/public/box/{box.Slug}");
        Assert.False(bare.Headers.Contains("Set-Cookie"));
    }

    [Fact]
    public async Task SentTwice_ItCountsOnce_AndAnotherFromTheSamePageHasAReceiptOfItsOwn()
    {
        IdeaBox box = await app.BoxAsync();
        Page form = await app.Anonymous().Get($"/public/box/{box.Slug}");
        Page first = await form.Submit(new() { ["Input.Text"] = "One" }), again = await form.Submit(new() { ["Input.Text"] = "One" });
        Page other = await form.Submit(new() { ["Input.Text"] = "Two" });
        string Receipt(Page page) => page.One(".poster-link code").TextContent;
        Assert.Equal(Receipt(first), Receipt(again));
        Assert.NotEqual(Receipt(first), Receipt(other));
        Assert.Equal(2, await app.Db(db => db.Ideas.CountAsync(i => i.BoxId == box.Id)));
    }

    [Fact]
    public async Task PersonalData_IsHidden_AndShownToItsAuthorFirst()
    {
        IdeaBox box = await app.BoxAsync();
        Page form = await (await Task.FromResult(app.Anonymous("fr"))).Get($"/public/box/{box.Slug}");
        Page masked = await form.Submit(new() { ["Input.Text"] = "Écrivez à ann@example.org.", ["Input.Author"] = "Ann" });
        Assert.Contains("[adresse courriel]", masked.One("textarea").TextContent);
        Assert.Contains("Nous avons caché ce qui ressemble à des renseignements personnels.", masked.Text);
        Assert.Equal(0, await app.Db(db => db.Ideas.CountAsync(i => i.BoxId == box.Id)));
        Assert.Contains("Merci. Votre idée est arrivée.", (await masked.Submit()).Text);
        Idea idea = await app.Db(db => db.Ideas.AsNoTracking().SingleAsync(i => i.BoxId == box.Id));
        Assert.Equal(("Écrivez à [adresse courriel].", "Ann", "fr"), (idea.Text, idea.Author, idea.Language));
    }

    [Fact]
    public async Task WhatCannotBe_IsTold()
    {
        IdeaBox box = await app.BoxAsync();
        Page form = await app.Anonymous().Get($"/public/box/{box.Slug}");
        await form.RefusesAsync(422, new() { ["Input.Text"] = "" }, ["Write your idea."]);
        await form.RefusesAsync(422, new() { ["Input.Text"] = new string('x', 4001) }, ["Use at most 4000 characters."]);
        await app.Db(db => db.IdeaBoxes.Where(b => b.Id == box.Id)
            .ExecuteUpdateAsync(set => set.SetProperty(b => b.ClosedAtUtc, TestApp.Now.AtUtc)));
        Page late = await form.RefusesAsync(409, new() { ["Input.Text"] = "Late" }, ["This box takes no more ideas."]);
        Assert.Equal(404, (await late.Browser.Get("/public/box/nosuchbox")).Status);
    }

    [Fact]
    public async Task TooManyFromOneSource_Wait()
    {
        await using FreshApp fresh = await FreshApp.StartAsync(settings: new() { ["Cadran:AnswersPerSource"] = "2" });
        await fresh.PersonAsync(Role.Administrator);
        IdeaBox? box = null;
        await fresh.Services.DbAsync(async db =>
        {
            Guid top = await db.Organisations.Select(o => o.Id).FirstAsync();
            db.Add(box = IdeaBox.Open(top, null, 30, Recorded.Somebody, TestApp.Now));
            await db.SaveChangesAsync();
        });
        for (int i = 0; i < 2; i++)
            Assert.Equal(200, (await (await OpenAsync()).Submit(new() { ["Input.Text"] = $"Idea {i}" })).Status);
        Page form = await OpenAsync();
        await form.RefusesAsync(429, new() { ["Input.Text"] = "Third" },
            ["Many ideas have just come from where you are. Wait ten minutes, then send yours again."]);

        Task<Page> OpenAsync() => fresh.Browser().Get($"/public/box/{box!.Slug}");
    }
}
