using Cadran.People;

namespace Cadran.Tests.Support;

/// <summary>A key of an organisation, as a program says it.</summary>
internal static class ApiKeyData
{
    public static async Task<string> MakeAsync(TestApp app, Guid organisation)
    {
        (ApiKey key, string said) =
            ApiKey.Make(organisation, "A test", [ApiScope.SendResponses], WaveData.Today.AddDays(10), Recorded.Somebody, TestApp.Now);
        await app.Db(async db =>
        {
            db.Add(key);
            await db.SaveChangesAsync();
        });
        return said;
    }
}
