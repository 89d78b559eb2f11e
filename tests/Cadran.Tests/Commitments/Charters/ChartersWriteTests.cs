using Cadran.Catalogue;
using Cadran.People;
using Cadran.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Cadran.Tests.Commitments;

/// <summary>A charter is written in versions that stay, by one person at a time.</summary>
public sealed class ChartersWriteTests(TestApp app)
{
    [Fact]
    public async Task ACharter_IsWritten_AndWrittenAnew()
    {
        Service service = await app.ServiceAsync();
        Page empty = await (await app.As(Role.Manager)).Get($"/commitments/charters/{service.Id}");
        Assert.Contains("This service has no charter yet", empty.Text);
        Assert.Contains("No standard of this service is published: there is nothing to promise.", empty.Text);
        Page shown = await (await empty.Follow("Write the charter")).Submit(Rights("You are heard <b>."));
        Assert.Contains("You are heard <b>.", shown.One(".charter").TextContent);
        Guid id = await app.Db(db => db.CharterVersions.Where(c => c.ServiceId == service.Id).Select(c => c.Id).FirstAsync());
        await app.Services.TraceAsync("charter.write", id, "Manager tester", "", "You are heard");
        Page second = await (await FormAsync(service)).Submit(Rights("You are heard at once."));
        Assert.Contains("Draft, version 2.", second.Text);
        Assert.Contains("Version 1, written by Manager tester on March 2, 2026.", second.Text);
    }

    [Fact]
    public async Task WhatCannotBe_IsRefused_AndWhatWasTypedStays()
    {
        Service service = await app.ServiceAsync();
        await (await FormAsync(service)).RefusesAsync(409, [], ["Write at least one text of the charter."]);
        await (await FormAsync(service)).RefusesAsync(422, Rights(new string('x', 601)), ["Use at most 600 characters."]);
    }

    [Fact]
    public async Task TheSecondOfTwo_IsTold_AndAFormSentTwiceCountsOnce()
    {
        Service service = await app.ServiceAsync();
        Page one = await FormAsync(service), other = await FormAsync(service);
        Assert.Equal(200, (await one.Submit(Rights("One"))).Status);
        Assert.Equal(200, (await one.Submit(Rights("One"))).Status);
        Assert.Equal(1, await app.Db(db => db.CharterVersions.CountAsync(s => s.ServiceId == service.Id)));
        Page told = await other.RefusesAsync(409, Rights("Other"),
            ["Somebody has just written this charter. Look at it before you write it otherwise."]);
        Assert.Contains("Other", told.Document.QuerySelector("textarea")!.TextContent);
    }

    private async Task<Page> FormAsync(Service service) =>
        await (await app.As(Role.Manager)).Get($"/commitments/charters/{service.Id}/write");

    private static Dictionary<string, string> Rights(string text) => new() { ["Input.Parts[0].En"] = text };
}
