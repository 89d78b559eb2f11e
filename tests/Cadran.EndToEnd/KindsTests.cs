using Cadran.Catalogue;
using Cadran.Collection;
using Cadran.EndToEnd.Support;
using Cadran.People;
using Cadran.Questionnaires;
using Cadran.Storage;
using Cadran.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace Cadran.EndToEnd;

/// <summary>Every kind of question, and ratings in a table, on the narrowest page and a wide one, in four languages, by keyboard.</summary>
public sealed class KindsTests(LiveApp app)
{
    [Theory]
    [InlineData(320, "en"), InlineData(1280, "fr"), InlineData(320, "nl"), InlineData(1280, "de")]
    public async Task EveryKind_IsRight(int width, string language)
    {
        string slug = await AddAsync();
        IPage page = await app.OpenAsync(width, language, signedIn: false);
        await page.GotoAsync($"/answer/{slug}/{language}");
        await page.MustBeRightAsync("kinds", language, Look.Everything);
        // A table of ratings is rows on a wide page and single questions on a narrow one.
        bool wide = width >= 768;
        Assert.Equal(wide, await page.Locator(".grid-head").IsVisibleAsync());
        var rows = new HashSet<double>();
        foreach (ILocator point in await page.Locator(".grid fieldset").First.Locator("label").AllAsync())
            rows.Add(Math.Round((await point.BoundingBoxAsync())!.Y));
        Assert.Equal(wide, rows.Count == 1);
        await page.Locator("main button.go").ClickAsync();
        await page.MustBeRightAsync("kinds-error", language, Look.EverythingButColours);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task TheForm_IsAnsweredByKeyboardAlone()
    {
        IPage page = await app.OpenAsync(1280, "en", javaScript: false, signedIn: false);
        await page.GotoAsync($"/answer/{await AddAsync()}/en");
        await page.Locator("[name='q-staff_b']").First.FocusAsync();
        await page.Keyboard.PressAsync("Space");
        await page.Locator("[name='q-q_number']").First.FocusAsync();
        await page.Keyboard.TypeAsync("12,5");
        await page.Locator("#q-q_ranking-web").FocusAsync();
        await page.Keyboard.TypeAsync("2");
        await page.Locator("#q-q_ranking-desk").FocusAsync();
        await page.Keyboard.TypeAsync("1");
        await page.Locator("#q-q_sum\\.web").FocusAsync();
        await page.Keyboard.TypeAsync("10");
        await page.Keyboard.PressAsync("Enter");
        // The key sends the form, and a key, unlike a click, doesn't wait for the page that it brings.
        await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync("Thank you");
        await page.Context.CloseAsync();
    }

    private async Task<string> AddAsync()
    {
        await app.OpenWaveAsync();
        Question[] grid = [.. new[] { "a", "b", "c" }.Select(code => EveryKind.Of(QuestionKind.Rating) with
        {
            Code = $"staff_{code}", Grid = "staff", Display = QuestionDisplay.Default, NoValues = [NoValueCode.NotApplicable],
            Scale = MeasureBank.Current.ScaleOf("satisfaction"), Required = code == "b",
        })];
        var content = new QuestionnaireContent
        {
            Title = new("Ask", "Demander", "Vragen", "Fragen"),
            Languages = ["en", "fr", "nl", "de"],
            Sections =
            [
                new()
                {
                    Code = "all", Title = new("Every kind", "Chaque sorte", "Elke soort", "Jede Art"),
                    Questions =
                    [
                        .. grid, .. QuestionKind.All.Where(k => !k.IsPersonal).Select(k => EveryKind.Of(k)),
                        EveryKind.Of(QuestionKind.Rating) with { Code = "faces", Display = QuestionDisplay.Faces, NoValues = [] },
                    ],
                    Grids =
                    [
                        new("staff", new("How were our staff?", "Comment était notre personnel\u202f?", "Hoe was ons personeel?",
                            "Wie war unser Personal?")),
                    ],
                },
            ],
        };
        await using AsyncServiceScope scope = app.Services.CreateAsyncScope();
        CadranDb db = scope.ServiceProvider.GetRequiredService<CadranDb>();
        Guid organisation = await db.Organisations.Select(o => o.Id).FirstAsync();
        Moment now = TimeProvider.System.Now;
        DateOnly today = now.Today;
        var service = Service.Create(organisation, Guid.NewGuid().ToString("N"), new("Kinds", "Sortes"));
        var questionnaire = Questionnaire.Start(service.Id, "Kinds", content, "A test asks every kind.");
        QuestionnaireVersion version = questionnaire.Publish(now.AtUtc);
        var wave = Wave.Plan(service.Id, version.Id, "2026", today, today.AddDays(30), Actor.System, now);
        db.AddRange(service, questionnaire, wave);
        await db.SaveChangesAsync();
        return wave.Slug;
    }
}
