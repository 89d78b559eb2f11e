using Cadran.Collection;
using Cadran.People;
using Cadran.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Cadran.Tests.Collection;

/// <summary>Who does not want to be asked is drawn by nobody, and stands on no list that anybody could read.</summary>
public sealed class ContactsOptOutTests(TestApp app)
{
    [Fact]
    public async Task WhoeverIsOnTheList_IsNotDrawn_UntilTakenOff()
    {
        string tag = FrameData.Tag();
        Frame frame = await FrameData.AddAsync(app, FrameData.List(tag, 10));
        Page form = await (await app.As(Role.Analyst)).Get("/collection/contacts/opt-out");
        Page added = await form.Submit(new() { ["Input.Contact"] = $" P3.{tag}@EXAMPLE.org ", ["Input.Reason"] = "Telephoned" });
        Assert.Contains("The contact is on the list: nobody draws it from now on.", added.Text);
        string digest = (await app.Services.GetRequiredService<ContactKeySource>().GetAsync(CancellationToken.None))
            .Email($"p3.{tag}@example.org");
        OptOut kept = await app.Db(db => db.OptOuts.AsNoTracking().SingleAsync(o => o.Digest == digest));
        await app.Services.TraceAsync("opt-out.add", kept.Id, "Analyst tester", "", "Telephoned");
        await app.Db(async db => Assert.DoesNotContain(
            await db.AuditEvents.Where(e => e.Subject == "OptOut").Select(e => e.After).ToListAsync(),
            told => told is not null && (told.Contains(tag, StringComparison.OrdinalIgnoreCase)
                || told.Contains(kept.Digest, StringComparison.Ordinal))));
        await form.RefusesAsync(409, new() { ["Input.Contact"] = $"p3.{tag}@example.org" }, ["This contact is on the list already."]);
        Sample sample = await FrameData.DrawAsync(app.Services, frame, await FrameData.PlannedAsync(app), 9);
        Assert.Equal(1, sample.LeftOut[SampleOutcome.OptedOut]);
        Page off = await RemoveAsync(form, $"p3.{tag}@example.org");
        Assert.Contains("The contact is off the list.", off.Text);
        await app.Services.TraceAsync("opt-out.remove", kept.Id, "Analyst tester", "Telephoned", "");
        Assert.Contains("This contact is not on the list.", (await RemoveAsync(form, $"p3.{tag}@example.org")).Text);
    }

    [Fact]
    public async Task TelephoneAndLetter_AreKnownHoweverTheyAreWritten()
    {
        string tag = FrameData.Tag();
        int number = System.Security.Cryptography.RandomNumberGenerator.GetInt32(1_000_000, 9_999_999);
        Frame frame = await FrameData.AddAsync(app, $"code,name,phone,address\n1,Ann,+3247{number},\n"
            + $"2,Zoé Lee,,\"Rue {tag} 5, 1000 Ville\"\n"
            + $"3,Bob,,\"Rue {tag} 6, 1000 Ville\"\n");
        Page form = await (await app.As(Role.Manager)).Get("/collection/contacts/opt-out");
        await form.Submit(new() { ["Input.Kind"] = "Phone", ["Input.Contact"] = $"0032 (0)47 {number}" });
        await form.Submit(new() { ["Input.Kind"] = "Post", ["Input.Contact"] = $"ZOE LEE, rue {tag} 5 - 1000 Ville" });
        Sample sample = await FrameData.DrawAsync(app.Services, frame, await FrameData.PlannedAsync(app), 1);
        Assert.Equal(2, sample.LeftOut[SampleOutcome.OptedOut]);
    }

    [Theory]
    [InlineData("Email", "no address", "This is no e-mail address: write it as name@example.org.")]
    [InlineData("Phone", "02 555 12 34", "Write the telephone number with its country code, such as +32 2 555 12 34.")]
    [InlineData("Post", "Ann", "Write the name and the whole postal address, as they are on a letter.")]
    public async Task WhatIsNoContact_IsRefused(string kind, string contact, string said)
    {
        Page form = await (await app.As(Role.Analyst)).Get("/collection/contacts/opt-out");
        await form.RefusesAsync(409, new() { ["Input.Kind"] = kind, ["Input.Contact"] = contact }, [said]);
        await form.RefusesAsync(422, [], ["Enter the contact."]);
    }

    private static Task<Page> RemoveAsync(Page form, string contact) => form.Browser.Post("/collection/contacts/opt-out?handler=Remove",
        [ImportSteps.Token(form), new("Input.Kind", "Email"), new("Input.Contact", contact)]);
}
