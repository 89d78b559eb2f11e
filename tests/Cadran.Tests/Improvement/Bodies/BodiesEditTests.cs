using Cadran.Improvement;
using Cadran.People;
using Cadran.Tests.Support;

namespace Cadran.Tests.Improvement;

/// <summary>A body is changed by one at a time.</summary>
public sealed class BodiesEditTests(TestApp app)
{
    [Fact]
    public async Task ABody_IsChanged_AndTheSecondIsTold()
    {
        GovernanceBody body = await app.BodyAsync();
        Browser manager = await app.As(Role.Manager);
        Page one = await manager.Get($"/improvement/bodies/{body.Id}/edit"), other = await manager.Get(one.Url);
        await one.RefusesAsync(422, new() { ["Input.Name"] = "" }, ["Give the body a name."]);
        Page saved = await one.Submit(new() { ["Input.Members"] = "Auditor general", ["Input.Audits"] = "true" });
        Assert.Contains("Auditor general", saved.Text);
        Assert.Contains("audit committee", saved.Text);
        await app.Services.TraceAsync("body.change", body.Id, "Manager tester", null, "Auditor general");
        await other.RefusesAsync(409, new() { ["Input.Members"] = "x" }, [RegisterForms.Changed]);
    }
}
