using Cadran.Tests.Support;
using Microsoft.EntityFrameworkCore;
using static Cadran.Tests.Support.RegisterForms;

namespace Cadran.Tests.Improvement;

/// <summary>A target says both readings of its change, and is withdrawn once.</summary>
public sealed class TargetsShowTests(TestApp app)
{
    [Fact]
    public async Task ChangeIsSaid_RelativeAndInPoints()
    {
        Page set = await SetAsync("5");
        Assert.Contains("relative", set.Text);
        Assert.Contains("points", set.Text);
    }

    [Fact]
    public async Task Withdrawn_SaysSo_AndNotTwice()
    {
        Page set = await SetAsync("3");
        Assert.Contains("This target was withdrawn", (await set.Submit(form: Withdraw)).Text);
        await set.RefusesAsync(409, [], ["This target is already withdrawn."], Withdraw);
    }

    [Fact]
    public async Task WithdrawnTwiceAtOnce_IsWithdrawnOnce()
    {
        Page set = await SetAsync("4"), again = await set.Browser.Get(set.Url);
        Page[] sent = await Race.SendAsync(() => set.Submit(form: Withdraw), () => again.Submit(form: Withdraw));
        Assert.Equal([200, 409], sent.Select(p => p.Status).Order());
        string subject = set.Id.ToString();
        Assert.Equal(1, await app.Db(db => db.AuditEvents.CountAsync(e => e.SubjectId == subject && e.Action == "target.withdraw")));
    }

    private async Task<Page> SetAsync(string change) =>
        await (await app.TargetFormAsync()).Submit(Target((await MeasuredService.GetAsync(app)).Waves[0], change));
}
