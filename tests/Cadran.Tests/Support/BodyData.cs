using Cadran.Improvement;

namespace Cadran.Tests.Support;

/// <summary>Bodies of organisation A, made straight in the database.</summary>
internal static class BodyData
{
    public static async Task<GovernanceBody> BodyAsync(this TestApp app, DateOnly? madeOn = null)
    {
        GovernanceBody body = GovernanceBody.Make(app.OrganisationA, "Board " + Guid.NewGuid().ToString("N"), "Chair", 3, audits: false,
            Recorded.Somebody, madeOn is { } on ? Moment.On(on) : TestApp.Now);
        await app.Db(async db =>
        {
            db.Add(body);
            await db.SaveChangesAsync();
        });
        return body;
    }
}
