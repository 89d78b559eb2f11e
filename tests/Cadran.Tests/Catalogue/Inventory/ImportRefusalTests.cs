using Cadran.Catalogue;
using Cadran.People;
using Cadran.Tests.Support;
using Cadran.Web.Platform;
using Microsoft.Extensions.DependencyInjection;

namespace Cadran.Tests.Catalogue;

/// <summary>What the import refuses, and in which words.</summary>
public sealed class ImportRefusalTests(TestApp app)
{
    [Fact]
    public async Task Import_TwoFilesOfOneKind()
    {
        InventoryText one = new("t" + Guid.NewGuid().ToString("N")[..8], "twice");
        one.Service("1").Standard("1", "s");
        Browser analyst = await app.As(Role.Analyst);
        Page services = await InventoryUpload.SendAsync(analyst, app.OrganisationA, one.Services, one.Services);
        Assert.Contains("Two services files were given: import one after the other.", services.Text);
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
        foreach (string file in Directory.GetFiles(folder, "catalogue-*")
            .Where(f => File.ReadAllBytes(f).SequenceEqual(inventory.Services)))
            File.Delete(file);
        await preview.RefusesAsync(409, [],
            ["The files are no longer here: they are kept for a day, and deleted after the import. Send them again."]);
    }
}
