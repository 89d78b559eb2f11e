using Cadran.Catalogue;
using Cadran.People;
using Cadran.Tests.Support;
using Cadran.Web.Platform;
using Microsoft.Extensions.DependencyInjection;

namespace Cadran.Tests.Catalogue;

/// <summary>What the catalogue's forms and its import refuse, and in which words.</summary>
public sealed class RefusalTests(TestApp app)
{
    private static readonly string TooLong = new('x', 5001);

    [Fact]
    public async Task Service_EachFieldThatIsMissingOrTooLong()
    {
        // From the top there are several organisations to choose from.
        Page form = await (await app.AsTop()).Get("/catalogue/services/new");
        await form.RefusesAsync(422, new() { ["Owner.OrganisationId"] = "", ["Owner.Code"] = "", ["Input.NameEn"] = " ", ["Input.NameFr"] = "" },
            ["Choose an organisation.", "Enter a number or a short code.", "Enter the name of the service in at least one language."]);
        await form.RefusesAsync(422, new() { ["Owner.Code"] = TooLong, ["Input.NameEn"] = TooLong, ["Input.DescriptionFr"] = TooLong },
            ["Shorten this number: 60 characters at most.", "Shorten this name: 300 characters at most.", "Shorten this description: 5000 characters at most."]);
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
        await form.RefusesAsync(422, new() { ["Input.NameEn"] = "", ["Input.NameFr"] = "" }, ["Enter the name of the service in at least one language."]);
        await form.RefusesAsync(422, new() { ["Input.NameFr"] = TooLong, ["Input.DescriptionEn"] = TooLong }, ["Shorten this name: 300 characters at most.", "Shorten this description: 5000 characters at most."]);
    }

    [Fact]
    public async Task Import_TwoFilesOfOneKind()
    {
        InventoryText one = new("t" + Guid.NewGuid().ToString("N")[..8], "twice");
        one.Service("1").Standard("1", "s");
        Browser analyst = await app.As(Role.Analyst);
        Page services = await InventoryUpload.SendAsync(analyst, app.OrganisationA, one.Services, one.Services);
        Assert.Contains("Two services files were given: import one after the other.", services.Text);
        Page standards = await InventoryUpload.SendAsync(analyst, app.OrganisationA, one.Standards, one.Standards);
        Assert.Contains("Two standards files were given: import one after the other.", standards.Text);
        Page three = await InventoryUpload.SendAsync(analyst, app.OrganisationA, one.Services, one.Standards, one.Services);
        Assert.Equal(422, three.Status);
        Assert.Contains("Choose one or two files.", three.Text);
    }

    [Fact]
    public async Task Import_WhoseFilesAreGone()
    {
        InventoryText inventory = new InventoryText("g" + Guid.NewGuid().ToString("N")[..8], "gone").Service("1");
        string folder = app.Services.GetRequiredService<CadranSettings>().UploadFolder;
        Page preview = await InventoryUpload.SendAsync(await app.As(Role.Analyst), app.OrganisationA, inventory.Services);
        foreach (string file in Directory.GetFiles(folder, "catalogue-*").Where(f => File.ReadAllBytes(f).SequenceEqual(inventory.Services))) File.Delete(file);
        await preview.RefusesAsync(409, [], ["The files are no longer here: they are kept for a day, and deleted after the import. Send them again."]);
    }
}
