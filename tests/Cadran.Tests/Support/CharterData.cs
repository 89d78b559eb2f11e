using Cadran.Commitments;
using Cadran.Standards;

namespace Cadran.Tests.Support;

/// <summary>A charter of the service of a standard, as tests of its pages need it.</summary>
internal static class CharterData
{
    public static async Task<CharterVersion> CharterAsync(this TestApp app, ServiceStandard standard, bool published)
    {
        CharterVersion made = CharterVersion.Write(standard.ServiceId, 0, 0,
        [
            new(CharterPart.Rights, new("You are heard.", "On vous écoute.", "U wordt gehoord.", "Man hört Sie.")),
            new(CharterPart.Recourse, new("Write to us <b>.", "Écrivez-nous.", "Schrijf ons.", "Schreiben Sie uns.")),
            new(CharterPart.Contact, new("Call us.", "Appelez-nous.", "Bel ons.", "Rufen Sie an.")),
        ], Recorded.Somebody, TestApp.Now);
        if (published) made.Publish(1, [standard], ["en", "fr"], Recorded.Somebody, TestApp.Now);
        await app.Db(async db =>
        {
            db.Add(made);
            await db.SaveChangesAsync();
        });
        return made;
    }
}
