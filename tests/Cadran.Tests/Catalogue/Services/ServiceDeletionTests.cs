using Cadran.Catalogue;
using Cadran.People;
using Cadran.Questionnaires;
using Cadran.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Cadran.Tests.Catalogue;

/// <summary>A service written by hand that nothing belongs to can be deleted.</summary>
public sealed class ServiceDeletionTests(TestApp app)
{
    private const string Delete = "form[action*=Delete]";

    [Fact]
    public async Task ServiceOfNothing_IsDeleted_AndOneThatSomethingBelongsToSaysSo()
    {
        Service empty = await app.ServiceAsync("Empty");
        Questionnaire held = await app.QuestionnaireAsync();
        Browser analyst = await app.As(Role.Analyst);
        Assert.Contains("The service Empty was deleted.",
            (await (await analyst.Get($"/catalogue/services/{empty.Id}/edit")).Submit(form: Delete)).Text);
        Assert.False(await app.Db(db => db.Services.AnyAsync(s => s.Id == empty.Id)));
        Page page = await analyst.Get($"/catalogue/services/{held.ServiceId}/edit");
        await page.RefusesAsync(409, [],
            ["This service cannot be deleted: 1 questionnaires, waves, standards or entries of the register belong to it."], Delete);
    }

    [Fact]
    public async Task ServiceOfAnInventory_IsNotDeletedHere()
    {
        Service service = await app.ServiceAsync("Of a file");
        Browser analyst = await app.As(Role.Analyst);
        Page page = await analyst.Get($"/catalogue/services/{service.Id}/edit");
        await app.Db(async db =>
        {
            (await db.Services.FirstAsync(s => s.Id == service.Id)).Report("2024-2025", service.Name, LocalText.Empty, new());
            await db.SaveChangesAsync();
        });
        await page.RefusesAsync(409, [], ["This service comes from an inventory, last of 2024-2025: it is not deleted here."], Delete);
        Assert.Empty((await analyst.Get($"/catalogue/services/{service.Id}/edit")).Document.QuerySelectorAll(Delete));
    }
}
