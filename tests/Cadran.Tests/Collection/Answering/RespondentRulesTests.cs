using Cadran.Collection;
using Cadran.Questionnaires;
using Cadran.Statistics;
using Cadran.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Cadran.Tests.Collection;

/// <summary>Somebody on their way through a questionnaire with rules: what they see, and what is stored of it.</summary>
public sealed class RespondentRulesTests(TestApp app)
{
    private static readonly Answer NotAsked = new Answer.None(NoValue.NotAsked);
    private static readonly Condition Phoned = new Condition.Chose("how", "phone");

    [Fact]
    public async Task WhatARuleHides_IsNotShown_AndIsStoredAsNotAsked()
    {
        QuestionnaireContent content = Of(
            Page("a", Ask("how", "phone", "web"), Ask("again", "yes", "no")),
            Page("b", Ask("wait", "short", "long")) with { ShownWhen = Phoned },
            Page("c", Ask("site", "good", "bad") with { ShownWhen = new Condition.Not(Phoned) }, Ask("last", "x", "y")));
        Wave wave = await WaveData.AddAsync(app, content);
        Page first = await Open(wave);
        Assert.Contains("Step 1 of about 2", first.Text);
        Page third = await first.Submit(new() { ["q-how"] = "web" });
        Assert.Contains("Step 2 of about 2", third.Text);
        Assert.Equal(2, third.Document.QuerySelectorAll("fieldset.question").Length);
        Assert.EndsWith("/3", third.Url, StringComparison.Ordinal);
        Page thanks = await third.Submit(new() { ["q-site"] = "bad", ["q-last"] = "x" });
        Assert.Equal("Thank you", thanks.Title);
        Answers stored = await StoredAsync(wave, content);
        Assert.Equal((new Answer.Choice("bad"), NotAsked, null), (stored["site"], stored["wait"], stored["again"]));
    }

    [Fact]
    public async Task AnEarlierAnswerChanged_TakesLaterOnesOutAndBringsThemBack()
    {
        QuestionnaireContent content = Of(
            Page("a", Ask("how", "phone", "web")),
            Page("b", Ask("wait", "short", "long") with { Required = true }) with { ShownWhen = Phoned },
            Page("c", Ask("last", "x", "y")));
        Wave wave = await WaveData.AddAsync(app, content);
        Page last = await (await (await Open(wave)).Submit(new() { ["q-how"] = "phone" })).Submit(new() { ["q-wait"] = "long" });
        Page wait = await last.Submit(button: "back=1");
        Page how = await wait.Submit(button: "back=1");
        Page jumped = await how.Submit(new() { ["q-how"] = "web" });
        Assert.EndsWith("/3", jumped.Url, StringComparison.Ordinal);
        // The hidden page cannot be opened or sent by its address.
        Page hidden = await jumped.Browser.Get(wait.Url);
        Assert.EndsWith("/3", hidden.Url, StringComparison.Ordinal);
        Page again = await (await jumped.Submit(button: "back=1")).Submit(new() { ["q-how"] = "phone" });
        Assert.Equal("long", again.One("[name=q-wait][checked]").GetAttribute("value"));
        Page back = await (await again.Submit(button: "back=1")).Submit(new() { ["q-how"] = "web" });
        Assert.Equal("Thank you", (await back.Submit(new() { ["q-last"] = "y" })).Title);
        Assert.Equal(NotAsked, (await StoredAsync(wave, content))["wait"]);
    }

    [Fact]
    public async Task WhoEndsEarly_SendsKnowingly_AndIsThankedInOtherWords()
    {
        Section first = Page("a", Ask("how", "phone", "web")) with
        {
            EndWhen = [new(Phoned, new("You need not go on.", "Inutile de continuer."))],
        };
        QuestionnaireContent content = Of(first, Page("b", Ask("last", "x", "y")));
        Wave wave = await WaveData.AddAsync(app, content);
        Page start = await Open(wave);
        Assert.Equal("Continue", start.One("button.go").TextContent.Trim());
        Page end = await start.Submit(new() { ["q-how"] = "phone" });
        Assert.Equal((200, "That was the last question"), (end.Status, end.Title));
        Assert.Contains("Nothing has been sent yet.", end.Text);
        Assert.Empty(await app.Db(db => db.Responses.Where(r => r.WaveId == wave.Id).ToListAsync()));
        Page thanks = await end.Submit();
        Assert.Equal("Thank you", thanks.Title);
        Assert.Contains("You need not go on.", thanks.Text);
        Assert.Contains("Inutile de continuer.", (await thanks.Follow("Français")).Text);
        Assert.Equal(NotAsked, (await StoredAsync(wave, content))["last"]);
    }

    [Fact]
    public async Task ALoop_AsksOnceForEachChosenOption()
    {
        Section loop = Page("l", Ask("happy", "yes", "no")) with { Title = new("About {#turn}", "Sur {#turn}"), Loop = new("used", []) };
        Question used = Ask("used", "pass", "card", "tax") with { Kind = QuestionKind.Choices };
        QuestionnaireContent content = Of(Page("a", used), loop, Page("z", Ask("last", "x", "y")));
        Wave wave = await WaveData.AddAsync(app, content);
        Page start = await Open(wave);
        Page one = await start.Browser.Post(start.Url, [new("q-used", "pass"), new("q-used", "tax")]);
        Assert.Equal("About pass", one.Title);
        Page two = await one.Submit(new() { ["q-happy~pass"] = "yes" });
        Assert.Equal("About tax", two.Title);
        Page last = await two.Submit(new() { ["q-happy~tax"] = "no" });
        Assert.Equal("Thank you", (await last.Submit(new() { ["q-last"] = "x" })).Title);
        Answers stored = await StoredAsync(wave, content);
        Assert.Equal((new Answer.Choice("yes"), NotAsked, new Answer.Choice("no")),
            (stored["happy~pass"], stored["happy~card"], stored["happy~tax"]));
        // A column for each turn, and in it who was not asked.
        ResponseTable table = await app.Services.GetRequiredService<ResponseTables>().GetAsync(wave.Id, default);
        Assert.Equal(((sbyte)NoValue.NotAsked, (sbyte)1), (table.Item("happy~card").Span[0], table.Item("happy~tax").Span[0]));
    }

    [Fact]
    public async Task ADrawnOrder_IsTheSameAfterComingBack_AndIsStoredWithTheAnswers()
    {
        string[] codes = ["p", "q", "r", "s", "t", "u"];
        Question drawn = Ask("w", codes) with { RandomOptions = true };
        QuestionnaireContent content = Of(
            Page("a", [.. codes.Select(code => Ask(code, "x", "y")), drawn]) with { RandomOrder = true }, Page("b", Ask("last", "x", "y")));
        Wave wave = await WaveData.AddAsync(app, content);
        Page first = await Open(wave);
        string Order(Page page) => string.Join(' ', page.Document.QuerySelectorAll("fieldset.question").Select(f => f.Id))
            + string.Join(' ', page.Document.QuerySelectorAll("[name=q-w]").Select(o => o.GetAttribute("value")));
        Assert.Equal(7, first.Document.QuerySelectorAll("fieldset.question").Length);
        Page back = await (await first.Submit(new() { ["q-p"] = "x" })).Submit(button: "back=1");
        Assert.Equal(Order(first), Order(back));
        Assert.Equal(Order(first), Order(await back.Browser.Get(back.Url)));
        HashSet<string> orders = [];
        for (int i = 0; i < 6; i++) orders.Add(Order(await Open(wave)));
        Assert.True(orders.Count > 1, "Six people saw one order.");
        await (await back.Submit()).Submit(new() { ["q-last"] = "x" });
        Assert.InRange((await StoredAsync(wave, content)).Seed ?? -1, 0, int.MaxValue);
        ResponseTable table = await app.Services.GetRequiredService<ResponseTables>().GetAsync(wave.Id, default);
        Assert.Equal((0, 0), (table.Item("p").Span[0], table.Item("last").Span[0]));
    }

    [Fact]
    public async Task AnAnswerInAText_IsTextAndNothingElse()
    {
        Question name = Ask("name") with { Kind = QuestionKind.Comment, Options = [] };
        QuestionnaireContent content = Of(Page("a", name),
            Page("b", Ask("last", "x", "y") with { Text = new("About {name}: {#language}?", "De {name} : {#language}\u202F?") }));
        Wave wave = await WaveData.AddAsync(app, content);
        Page second = await (await Open(wave)).Submit(new() { ["q-name"] = "<script>alert(1)</script> {name} {#today}" });
        Assert.DoesNotContain("<script>", second.Html);
        Assert.Contains("About <script>alert(1)</script> {name} {#today}: en?", second.Text);
    }

    [Fact]
    public async Task WhatIsRequiredAndChecked_IsAskedForInTheAuthorsWords()
    {
        Question why = Ask("why", "x", "y") with
        {
            RequiredWhen = Phoned,
            Checks = [new(new Condition.Not(new Condition.Chose("why", "y")), new("Not <y>, please.", "Pas <y>, merci."))],
        };
        Wave wave = await WaveData.AddAsync(app, Of(Page("a", Ask("how", "phone", "web"), why)));
        Page form = await Open(wave);
        Page missing = await form.Submit(new() { ["q-how"] = "phone" });
        Assert.Equal(422, missing.Status);
        Assert.Contains("This question needs an answer.", missing.Text);
        Page wrong = await form.Submit(new() { ["q-how"] = "phone", ["q-why"] = "y" });
        Assert.Equal(422, wrong.Status);
        Assert.Contains("Not <y>, please.", wrong.Text);
        Assert.Equal("Thank you", (await wrong.Submit(new() { ["q-why"] = "x" })).Title);
    }

    [Fact]
    public async Task AnOptionARuleLeavesOut_IsNotOffered()
    {
        Question which = Ask("which", "desk", "line");
        which = which with { Options = [which.Options[0], which.Options[1] with { ShownWhen = Phoned }] };
        QuestionnaireContent content = Of(Page("a", Ask("how", "phone", "web")), Page("b", which));
        Wave wave = await WaveData.AddAsync(app, content);
        Page form = await Open(wave);
        Page web = await form.Submit(new() { ["q-how"] = "web" });
        Assert.Equal(["desk"], web.Document.QuerySelectorAll("[name=q-which]").Select(o => o.GetAttribute("value")));
        Page forged = await web.Browser.Post(web.Url, [new("q-which", "line")]);
        Assert.Equal(422, forged.Status);
        Page phone = await (await web.Submit(button: "back=1")).Submit(new() { ["q-how"] = "phone" });
        Assert.Equal(2, phone.Document.QuerySelectorAll("[name=q-which]").Length);
    }

    [Fact]
    public async Task WhatTheAddressBrought_IsNoAnswer_HereToo()
    {
        QuestionnaireContent content = Of(Page("a", Ask("how", "phone", "web"), EveryKind.Of(QuestionKind.Hidden)),
            Page("b", Ask("wait", "short", "long")) with { ShownWhen = Phoned });
        Wave wave = await WaveData.AddAsync(app, content);
        Page end = await (await app.Anonymous().Get($"/answer/{wave.Slug}?q_hidden=letter")).Submit();
        Page refused = await end.Submit();
        Assert.Equal(422, refused.Status);
        Assert.Contains("Answer at least one question before you send.", refused.Text);
        Page phone = await (await refused.Submit(button: "back=1")).Submit(new() { ["q-how"] = "phone" });
        Assert.Equal("Thank you", (await phone.Submit(new() { ["q-wait"] = "long" })).Title);
        Assert.Contains("letter", (await app.Db(db => db.Responses.AsNoTracking().SingleAsync(r => r.WaveId == wave.Id))).AnswersJson);
    }

    private Task<Page> Open(Wave wave) => app.Anonymous().Get($"/answer/{wave.Slug}");

    private async Task<Answers> StoredAsync(Wave wave, QuestionnaireContent content)
    {
        Response response = Assert.Single(await app.Db(db => db.Responses.AsNoTracking().Where(r => r.WaveId == wave.Id).ToListAsync()));
        return Answers.Parse(response.AnswersJson, content.Unfolded().Find);
    }

    private static QuestionnaireContent Of(params Section[] sections) => WaveData.Content with { Sections = sections };

    private static Section Page(string code, params Question[] questions) =>
        new() { Code = code, Title = new(code, code, code, code), Questions = questions };

    private static Question Ask(string code, params string[] options) => new()
    {
        Code = code,
        Kind = QuestionKind.Choice,
        Text = new(code, code, code, code),
        Options = [.. options.Select(o => new QuestionOption(o, new(o, o, o, o)))],
    };
}
