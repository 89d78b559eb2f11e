using Cadran.Collection;
using Cadran.People;
using Cadran.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Cadran.Tests.Collection;

/// <summary>A message is written, seen as somebody gets it, and sent to oneself.</summary>
public sealed class WavesMessageTests(TestApp app)
{
    private static string Path(Wave wave) => $"/collection/waves/{wave.Id}/message?kind=Invitation&language=en";

    [Fact]
    public async Task AText_IsWritten_AndShownAsAPersonGetsIt()
    {
        (Wave wave, InvitationPlan plan) = await InvitedData.PlannedAsync(app);
        Page page = await (await app.As(Role.Analyst)).Get(Path(wave));
        Page saved = await page.Submit(new()
        {
            ["Input.Subject"] = "Dear {name}",
            ["Input.Body"] = "<b>{name}</b>\r\n\r\n{link}\n{stop} and {service}",
        });
        Assert.Contains("Dear Name of the client", saved.Text);
        await app.Services.TraceAsync("invitations.text", plan.Id, "Analyst tester", "How was it for you?", "Dear {name}");
        Page person = await saved.Browser.Get(Path(wave) + "&person=3");
        Assert.Matches("Dear Client [0-7] <b>Client [0-7]</b>", person.Text);
        Guid frame = await app.Db(db => db.Samples.Where(s => s.Id == plan.SampleId).Select(s => s.FrameId).SingleAsync());
        await app.Services.TraceAsync("frame.read", frame, "Analyst tester", "", "\"1\"");
        Page nobody = await saved.Browser.Get(Path(wave) + "&person=99");
        Assert.Contains("Dear Name of the client", nobody.Text);
    }

    [Fact]
    public async Task ATextThatCannotBeSent_IsRefusedWithItsReason()
    {
        (Wave wave, _) = await InvitedData.PlannedAsync(app);
        Page page = await (await app.As(Role.Analyst)).Get(Path(wave));
        await page.RefusesAsync(422, new() { ["Input.Subject"] = "", ["Input.Body"] = "" }, ["Write a subject.", "Write the message."]);
        await page.RefusesAsync(409, new() { ["Input.Body"] = "{stop}" }, ["The message needs the field {link}."]);
        await page.RefusesAsync(409, new() { ["Input.Body"] = "{link} {stop} {surname}" }, ["There is no field {surname}."]);
        Assert.Equal(404, (await page.Browser.Get($"/collection/waves/{wave.Id}/message?kind=Invitation&language=nl")).Status);
    }

    [Fact]
    public async Task WithoutAServer_TheTestSaysSo()
    {
        (Wave wave, _) = await InvitedData.PlannedAsync(app);
        Page page = await (await app.As(Role.Analyst)).Get(Path(wave));
        await page.RefusesAsync(409, [], ["No mail server is set up: nothing can be sent."], "form[action*='handler=Test']");
    }

    [Fact]
    public async Task TheTest_GoesToWhoeverAsks_OrSaysWhatTheServerSaid()
    {
        await using MailedWave mailed = await MailedWave.StartAsync(2);
        Person analyst = await mailed.App.PersonAsync(Role.Analyst);
        Browser browser = (await analyst.SignInAsync(mailed.App.Browser())).Browser;
        Page page = await browser.Get(Path(mailed.Wave));
        const string test = "form[action*='handler=Test']";
        Page sent = await page.Submit([], test);
        Assert.Contains($"Sent to {analyst.Email}.", sent.Text);
        Assert.Equal(analyst.Email, Assert.Single(mailed.Peer.Received).To);
        mailed.Peer.OnRecipient = _ => SmtpServer.Protocol.SmtpResponse.MailboxUnavailable;
        await page.RefusesAsync(409, [], ["The mail server did not take the message (answer: 550)."], test);
    }
}
