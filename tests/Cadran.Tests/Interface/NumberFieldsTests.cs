using Cadran.People;
using Cadran.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Cadran.Tests.Interface;

/// <summary>A number with decimals is read the same in English and in French, and never by dropping a sign.</summary>
public sealed class NumberFieldsTests(TestApp app)
{
    [Theory]
    [InlineData("en", "3,5", 3.5), InlineData("en", "3.5", 3.5), InlineData("fr", "3,5", 3.5), InlineData("fr", "3.5", 3.5)]
    [InlineData("en", "0,125", 0.125), InlineData("en", "3.125", 3.125), InlineData("fr", "3,125", 3.125), InlineData("fr", " 12 ", 12)]
    public async Task Target_UnderstandsBothSigns(string language, string typed, double change)
    {
        Page set = await (await TargetAsync(language)).Submit(await TargetFormAsync(typed));
        Assert.True(set.Status == 200, set.Text);
        Guid id = set.Id;
        Assert.Equal(change, (await app.Db(db => db.Targets.FirstAsync(t => t.Id == id))).Change.Number, 12);
    }

    [Theory]
    [InlineData("en", "1,000"), InlineData("fr", "1.000"), InlineData("en", "1,0,0"), InlineData("en", "1,000.5")]
    [InlineData("fr", "1 000"), InlineData("en", "1e1"), InlineData("en", "NaN"), InlineData("fr", ",")]
    public async Task Target_RefusesWhatCouldBeAnotherNumber(string language, string typed)
    {
        Page refused = await (await TargetAsync(language)).Submit(await TargetFormAsync(typed));
        Assert.Equal(422, refused.Status);
        Assert.Equal(typed, refused.One("[name='Input.Change']").GetAttribute("value"));
        Assert.Contains(language == "fr" ? $"«\u00a0{typed}\u00a0» n" : $"“{typed}” could not be read.",
            refused.Document.Body!.TextContent);
    }

    [Theory]
    [InlineData("en", "3,5"), InlineData("en", "3.5"), InlineData("fr", "3,5"), InlineData("fr", "3.5")]
    public async Task Action_UnderstandsBothSigns(string language, string typed)
    {
        MeasuredService service = await MeasuredService.GetAsync(app);
        Browser manager = await app.As(Role.Manager, language);
        Page decided = await (await manager.Get($"/improvement/decisions/new?wave={service.Waves[1].Id}&driver=timeliness"))
            .Submit(new()
            {
                ["Input.Title"] = "Numbers",
                ["Input.Reasons"] = "R",
                ["Input.Body"] = "B",
                ["Input.DecidedOn"] = "2026-02-01",
            });
        Page opened = await (await manager.Get($"/improvement/actions/new?decision={decided.Url.Split('/')[^1]}"))
            .Submit(new()
            {
                ["Input.Title"] = "Numbers",
                ["Input.Owner"] = "O",
                ["Input.DueOn"] = "2026-12-01",
                ["Input.Item"] = "timeliness",
                ["Input.ExpectedPoints"] = typed,
            });
        Assert.True(opened.Status == 200, opened.Text);
        Guid id = opened.Id;
        Assert.Equal(new Points(3.5),
            await app.Db(db => db.ImprovementActions.Where(a => a.Id == id).Select(a => a.ExpectedPoints).FirstAsync()));
    }

    private async Task<Page> TargetAsync(string language) =>
        await (await app.As(Role.Manager, language)).Get($"/improvement/targets/new?service={(await MeasuredService.GetAsync(app)).Id}");

    private async Task<Dictionary<string, string>> TargetFormAsync(string change) => new()
    {
        ["Input.Wave"] = (await MeasuredService.GetAsync(app)).Waves[1].Id.ToString(),
        ["Input.Item"] = "overall",
        ["Input.Kind"] = "Points",
        ["Input.Change"] = change,
        ["Input.DueOn"] = "2028-06-30",
    };
}
