using Cadran.Improvement;
using Cadran.People;
using Cadran.Tests.Support;
using Microsoft.EntityFrameworkCore;
using static Cadran.Tests.Support.RegisterForms;

namespace Cadran.Tests.Improvement;

/// <summary>What was recorded of an action in one official language gets the other afterwards; what was first never changes.</summary>
public sealed class ActionTextsTests(TestApp app)
{
    [Fact]
    public async Task VerdictWrittenInFrench_IsReadInEnglish_OnceSomebodyWroteIt()
    {
        string action = await JudgedInFrenchAsync("Suivre en ligne");
        Page before = await (await app.As(Role.Manager)).Get(action);
        Assert.Equal("Trop tôt pour conclure.", before.One("#effect div[lang=fr]").TextContent);
        Page after = await before.Submit(new()
        {
            ["Texts.Title"] = "Follow online",
            ["Texts.VerdictReason"] = "Too early to tell.",
        }, Texts);
        Assert.Equal("Follow online", after.Title);
        Assert.Contains("Too early to tell.", after.One("#effect").TextContent);
        Assert.Contains("Added in English by Manager tester", after.Text);
        Assert.Contains(": Title, Conclusion", after.Text);
        await app.Services.TraceAsync("action.texts", after.Id, "Manager tester",
            "{\"Added\":\"[]\"}", "\"VerdictReason.En\":\"Too early to tell.\"");
    }

    [Fact]
    public async Task WhatWasWrittenFirst_IsStillWhatFrenchReadersSee_AndWhatIsMissingIsAskedFor()
    {
        string action = await JudgedInFrenchAsync("Suivre par courriel");
        await (await (await app.As(Role.Manager)).Get(action)).Submit(new() { ["Texts.Title"] = "Follow by e-mail" }, Texts);
        Page there = await (await app.As(Role.Manager, "fr")).Get(action);
        Assert.Equal("Suivre par courriel", there.Title);
        Assert.Contains("Trop tôt pour conclure.", there.Text);
        Assert.StartsWith("Description, en anglais", there.One("label[for=Texts_Description]").TextContent);
    }

    [Fact]
    public async Task ReasonToAbandon_InBothLanguagesAtOnce_HasNothingToAdd()
    {
        Page action = await OpenInBothAsync("Given up", "Abandonnée");
        Page abandoned = await action.Submit(new() { ["Reason"] = "No money.", ["AlsoReason"] = "Pas d’argent." }, Abandon);
        Assert.Empty(abandoned.Document.QuerySelectorAll(Texts));
        Assert.Contains("No money.", abandoned.Text);
        Page french = await (await app.As(Role.Executive, "fr")).Get(action.Url);
        Assert.Contains("Pas d’argent.", french.One("ol.timeline").TextContent);
    }

    [Fact]
    public async Task Verdict_InBothLanguagesAtOnce_HasNothingToAdd()
    {
        Page action = await OpenInBothAsync("Done", "Faite");
        Page delivered = await action.Submit(new() { ["DeliveredOn"] = await app.DeliveryAsync() }, Deliver);
        Page judged = await delivered.Submit(await NotShownAsync("Too early.", "Trop tôt."), Judge);
        Assert.Empty(judged.Document.QuerySelectorAll(Texts));
        Assert.Contains("Too early.", judged.One("#effect").TextContent);
        Page french = await (await app.As(Role.Executive, "fr")).Get(action.Url);
        Assert.Contains("Trop tôt.", french.One("#effect").TextContent);
    }

    [Fact]
    public async Task AddedTexts_EmptyOrTooLong_AreRefused()
    {
        Page form = await app.OpenActionAsync("Refused");
        await form.RefusesAsync(422, [], ["Write at least one of the texts."], Texts);
        await form.RefusesAsync(422, new() { ["Texts.Title"] = new string('x', 201) }, ["Use at most 200 characters."], Texts);
    }

    [Fact]
    public async Task WhoMayOnlyRead_IsNotAskedToWrite()
    {
        string action = (await app.OpenActionAsync("To read")).Url;
        Assert.Empty((await (await app.As(Role.Executive)).Get(action)).Document.QuerySelectorAll(Texts));
    }

    [Fact]
    public async Task SixAtOnce_TheFirstIsKept()
    {
        string action = (await app.OpenActionAsync("At once")).Url;
        Page[] forms = await Task.WhenAll(Enumerable.Range(0, 6).Select(async _ => await (await app.As(Role.Manager)).Get(action)));
        Page[] answers = await Task.WhenAll(forms.Select((form, i) => form.Submit(new() { ["Texts.Title"] = $"Numéro {i}" }, Texts)));
        int first = Array.FindIndex(answers, a => a.Status == 200);
        Assert.Equal(5, answers.Count(a => a.Status == 409 && a.Text.Contains(Changed, StringComparison.Ordinal)));
        Guid id = forms[0].Id;
        ImprovementAction kept = await app.Db(db => db.ImprovementActions.AsNoTracking().FirstAsync(a => a.Id == id));
        Assert.Equal(($"Numéro {first}", 1), (kept.Title.Fr, kept.Added.Count));
        string subject = id.ToString();
        Assert.Equal(1, await app.Db(db => db.AuditEvents.CountAsync(e => e.SubjectId == subject && e.Action == "action.texts")));
    }

    private async Task<string> JudgedInFrenchAsync(string title)
    {
        Page form = await app.ActionFormAsync((await app.DecideAsync(title)).Id, "fr");
        Page opened = await form.Submit(new(Action(title)) { ["Input.Description"] = "En quatre étapes." });
        Page delivered = await opened.Submit(new() { ["DeliveredOn"] = await app.DeliveryAsync() }, Deliver);
        return (await delivered.Submit(await NotShownAsync("Trop tôt pour conclure."), Judge)).Url;
    }

    private async Task<Page> OpenInBothAsync(string title, string french)
    {
        Page form = await app.ActionFormAsync((await app.DecideAsync(title)).Id);
        return await form.Submit(new(Action(title)) { ["Input.Also.Title"] = french });
    }

    private async Task<Dictionary<string, string>> NotShownAsync(string reason, string also = "") =>
        Verdict((await MeasuredService.GetAsync(app)).Waves[2], "NotShown", reason, also);
}
