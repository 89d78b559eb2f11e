using Cadran.Catalogue;
using Cadran.People;
using Cadran.Tests.Support;

namespace Cadran.Tests.Catalogue;

/// <summary>What the forms of services refuse, and in which words.</summary>
public sealed class ServiceRefusalTests(TestApp app)
{
    private static readonly string TooLong = new('x', 5001);

    [Fact]
    public async Task Service_EachFieldThatIsMissingOrTooLong()
    {
        // From the top there are several organisations to choose from.
        Page form = await (await app.AsTop()).Get("/catalogue/services/new");
        await form.RefusesAsync(422,
            new() { ["Owner.OrganisationId"] = "", ["Owner.Code"] = "", ["Input.NameEn"] = " ", ["Input.NameFr"] = "" },
            ["Choose an organisation.", "Enter a number or a short code.", "Enter the name of the service in at least one language."]);
        await form.RefusesAsync(422, new() { ["Owner.Code"] = TooLong, ["Input.NameEn"] = TooLong, ["Input.DescriptionFr"] = TooLong },
            [
                "Shorten this number: 60 characters at most.", "Shorten this name: 300 characters at most.",
                "Shorten this description: 5000 characters at most.",
            ]);
    }

    [Fact]
    public async Task ServiceTexts_EachFieldThatIsMissingOrTooLong()
    {
        var service = Service.Create(app.OrganisationA, Guid.NewGuid().ToString("N"), new("Before", ""));
        await app.Db(async db =>
        {
            db.Add(service);
            await db.SaveChangesAsync();
        });
        Page form = await (await app.As(Role.Manager)).Get($"/catalogue/services/{service.Id}/edit");
        await form.RefusesAsync(422, new() { ["Input.NameEn"] = "", ["Input.NameFr"] = "" },
            ["Enter the name of the service in at least one language."]);
        await form.RefusesAsync(422, new() { ["Input.NameFr"] = TooLong, ["Input.DescriptionEn"] = TooLong },
            ["Shorten this name: 300 characters at most.", "Shorten this description: 5000 characters at most."]);
    }
}
