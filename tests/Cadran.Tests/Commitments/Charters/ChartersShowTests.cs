using Cadran.Commitments;
using Cadran.People;
using Cadran.Standards;
using Cadran.Tests.Standards;
using Cadran.Tests.Support;

namespace Cadran.Tests.Commitments;

/// <summary>A charter says what it lacks, is published and taken back, and says when its standards have moved on.</summary>
public sealed class ChartersShowTests(TestApp app)
{
    private const string Publish = "form[action$='handler=Publish']", Withdraw = "form[action$='handler=Withdraw']";

    [Fact]
    public async Task ACharter_IsPublished_FallsBehind_AndIsWithdrawn()
    {
        ServiceStandard standard = await app.StandardAsync(s => s.Publish(Recorded.Somebody, TestApp.Now));
        CharterVersion charter = await app.CharterAsync(standard, published: false);
        Page draft = await ShowAsync(standard);
        Assert.Contains("Version 1 is ready.", draft.Text);
        Page open = await draft.Submit(form: Publish);
        Assert.Contains("Published by Manager tester on March 2, 2026.", open.Text);
        await app.Services.TraceAsync("charter.publish", charter.Id, "Manager tester", "[]", "In ten days");
        await draft.RefusesAsync(409, [], ["This version is published already."], Publish);

        await app.Db(async db =>
        {
            ServiceStandard later = (await db.FindWholeStandardAsync(standard.Id, default)).Standard;
            later.Write(new("In five days", "En cinq jours"), "TML", "ONL", "Faster", Recorded.Somebody, TestApp.Now);
            await db.SaveChangesAsync();
        });
        Page behind = await ShowAsync(standard);
        Assert.Contains("What it promises is no longer what you promise:", behind.Text);
        Assert.Contains("In ten days", behind.One(".charter").TextContent);

        Page gone = await behind.Submit(form: Withdraw);
        Assert.Contains("Nobody outside sees a charter of this service: the last one was withdrawn.", gone.Text);
        await app.Services.TraceAsync("charter.withdraw", charter.Id, "Manager tester", "{}", "WithdrawnBy");
        await behind.RefusesAsync(409, [], ["This version is not public."], Withdraw);
        Assert.Equal(404, (await app.Anonymous().Get($"/public/charter/{standard.ServiceId}")).Status);
    }

    [Fact]
    public async Task WhatIsNotWhole_IsNotPublished_AndSaysWhy()
    {
        ServiceStandard standard = await app.StandardAsync();
        await AddAsync(standard, 0, CharterPart.Rights);
        Page page = await ShowAsync(standard);
        Assert.Contains("Write what people have a right to, where they turn", page.Text);
        await page.RefusesAsync(409, [],
            ["A charter says at least what people have a right to, where to turn when something goes wrong, and how to reach you."],
            Publish);
        await AddAsync(standard, 1, CharterPart.Rights, CharterPart.Recourse, CharterPart.Contact);
        await page.RefusesAsync(409, [], ["A newer version of this charter has been written. Publish that one."], Publish);
        Page english = await ShowAsync(standard);
        Assert.Contains("to be translated", english.Text);
        await english.RefusesAsync(409, [], ["Write each text in every language in which the organisation works."], Publish);
        ServiceStandard inside = await app.StandardAsync();
        await app.CharterAsync(inside, published: false);
        await (await ShowAsync(inside)).RefusesAsync(409, [],
            ["Publish at least one service standard first: without one, a charter promises nothing."], Publish);
    }

    private async Task<Page> ShowAsync(ServiceStandard standard) =>
        await (await app.As(Role.Manager)).Get($"/commitments/charters/{standard.ServiceId}");

    private Task AddAsync(ServiceStandard standard, int latest, params CharterPart[] parts) => app.Db(async db =>
    {
        db.Add(CharterVersion.Write(standard.ServiceId, latest, latest, parts.Select(p => new CharterText(p, new("Text.", ""))),
            Recorded.Somebody, TestApp.Now));
        await db.SaveChangesAsync();
    });
}
