using Cadran.Improvement;
using Cadran.People;
using Cadran.Tests.Support;

namespace Cadran.Tests.Improvement;

/// <summary>A body meets once a day.</summary>
public sealed class MeetingsNewTests(TestApp app)
{
    [Fact]
    public async Task AMeeting_IsCalled_Once()
    {
        GovernanceBody body = await app.BodyAsync();
        Page form = await FormAsync(app, body);
        await form.RefusesAsync(422, new() { ["On"] = "" }, ["Enter the day of the meeting."]);
        await form.RefusesAsync(422, new() { ["Place"] = new string('x', 201) }, ["Use at most 200 characters."]);
        Page meeting = await form.Submit(new() { ["On"] = "2026-03-02", ["Place"] = "Room 4" });
        Assert.Contains("Room 4", meeting.Text);
        await app.Services.TraceAsync("meeting.call", meeting.Id, "Manager tester", "", "Room 4");
        await (await FormAsync(app, body)).RefusesAsync(409, new() { ["On"] = "2026-03-02" }, ["This body meets on that day already."]);
        Func<Task> twice = () => app.Db(async db =>
        {
            db.Add(Meeting.Call(body, new(2026, 5, 1), null, Recorded.Somebody, TestApp.Now));
            await db.SaveChangesAsync();
        });
        await Race.OneIsRefusedAsync("meeting.called", twice, twice);
    }

    internal static async Task<Page> FormAsync(TestApp app, GovernanceBody body) =>
        await (await app.As(Role.Manager)).Get($"/improvement/meetings/new?body={body.Id}");
}
