using Cadran.Catalogue;
using Cadran.People;
using Cadran.Questionnaires;
using Cadran.Standards;
using Cadran.Tests.Support;

namespace Cadran.Tests.Catalogue;

public sealed class StandardsPagesTests(TestApp app)
{
    [Fact]
    public async Task Profile_TellsTheThreeKindsOfVolumeApart_AndTheTwoRules()
    {
        Service service = await AddAsync();
        Page page = await (await app.As(Role.Executive)).Get($"/catalogue/services/{service.Id}/profile");
        string[] rows = [.. page.Document.QuerySelectorAll("table")[0].QuerySelectorAll("tbody tr").Select(r => string.Join('|', r.Children.Select(c => c.TextContent.Trim())))];
        Assert.Contains("Visits to the website|1,234,567,890", rows);
        Assert.Contains("Telephone|No data", rows);
        Assert.Contains("Fax|Not applicable", rows);
        Assert.Contains("Postal mail|Not reported", rows);
        Assert.Contains("Met when rounded to four decimals, missed by the exact fraction.", page.Text);
        Assert.Contains("Few cases: the interval is wide.", page.Text);
        Assert.Contains("More cases met the standard (11) than there were (10).", page.Text);
        // Exact limits for 8 of 9 (Clopper–Pearson, R binom.test): 0.5175 to 0.9972.
        Assert.Contains("51.8%–99.7%", page.Text.Replace(" ", "").Replace("\u00a0", ""));
    }

    [Fact]
    public async Task Standards_SwitchTheRule_AndListWhatDependsOnIt()
    {
        await AddAsync();
        Browser browser = await app.As(Role.Executive);
        string year = "1999-2000";
        Page exact = await browser.Get($"/standards?Year={year}"), rounded = await browser.Get($"/standards?Year={year}&Rule=rounded");
        Assert.Contains("outcome", exact.One(".panel.warn h2").TextContent);
        Assert.Contains("7,973", exact.One(".panel.warn").TextContent);
        (int met, int missed) before = Counts(exact), after = Counts(rounded);
        Assert.Equal(before.met + before.missed, after.met + after.missed);
        Assert.True(after.met > before.met);
        using HttpResponseMessage csv = await browser.Raw(new HttpRequestMessage(HttpMethod.Get, $"/standards?Year={year}&handler=Csv"));
        Assert.Contains("7973,8859", await csv.Content.ReadAsStringAsync());
        Page foreign = await (await app.AsForeigner()).Get($"/standards?Year={year}");
        Assert.Empty(foreign.Document.QuerySelectorAll(".panel.warn"));
        Assert.DoesNotContain("Profiled", foreign.Text);

        static (int, int) Counts(Page page)
        {
            var cells = page.Document.QuerySelectorAll("figure table tbody tr").SelectMany(r => r.QuerySelectorAll("td:not([data-as])").TakeLast(3).Take(2).Select(c => int.Parse(c.TextContent))).Chunk(2).ToList();
            return (cells.Sum(c => c[0]), cells.Sum(c => c[1]));
        }
    }

    [Fact]
    public async Task Standards_OpenOnTheYearOfMostServices_AndSayWhich()
    {
        // A later year that one service has reported does not hide the year of three.
        await app.Db(async db =>
        {
            for (int i = 0; i < 3; i++) Report(i == 0 ? ["1991-1992", "1993-1994"] : i == 1 ? ["1991-1992", "1992-1993"] : ["1991-1992"]);
            await db.SaveChangesAsync();

            void Report(string[] years)
            {
                var service = Service.Create(app.OrganisationB, "y" + Guid.NewGuid().ToString("N")[..12], new("Yearly", "Annuel"));
                var standard = new ServiceStandard { Code = "s", Text = new("In a day", "En un jour"), Type = "TML", Channel = "TEL" };
                foreach (string year in years) standard.Results.Add(new StandardResult { FiscalYear = year, Target = "0.8", MeetingTarget = 9, Total = 10 });
                service.Standards.Add(standard);
                db.Add(service);
            }
        });
        Page standards = await (await app.AsForeigner()).Get("/standards");
        Assert.StartsWith("Fiscal year 1991-1992 · 3 services", standards.One(".sub").TextContent);
        Assert.Equal("1991-1992", standards.One("select[name=Year] option[selected]").GetAttribute("value"));
        Assert.Equal(["1993-1994 (1)", "1992-1993 (1)", "1991-1992 (3)"], standards.Document.QuerySelectorAll("select[name=Year] option").Select(o => o.TextContent));
        Assert.StartsWith("Exercice 1993-1994 · 1 service", (await (await app.AsForeigner("fr")).Get("/standards?Year=1993-1994")).One(".sub").TextContent);
    }

    private async Task<Service> AddAsync()
    {
        var service = Service.Create(app.OrganisationA, "p" + Guid.NewGuid().ToString("N")[..12], new("Profiled", "Décrit"));
        service.Report("1999-2000", service.Name, service.Description, service.Profile);
        await app.Db(async db =>
        {
            db.Add(service);
            db.AddRange(Volume("website", Reported.Value, 1_234_567_890), Volume("phone", Reported.NoData, null), Volume("fax", Reported.NotApplicable, null));
            Add("a", 7973, 8859, "0.9");
            Add("b", 8, 9, "0.8");
            Add("c", 11, 10, "0.8");
            await db.SaveChangesAsync();

            void Add(string code, long meeting, long total, string target)
            {
                var standard = new ServiceStandard { ServiceId = service.Id, Code = code, Text = new("Answer in ten days", "Répondre en dix jours"), Type = "TML", Channel = "TEL" };
                db.Add(standard);
                db.Add(new StandardResult { StandardId = standard.Id, FiscalYear = "1999-2000", Target = target, MeetingTarget = meeting, Total = total });
            }
        });
        return service;

        ServiceVolume Volume(string channel, Reported state, long? count) => new() { ServiceId = service.Id, FiscalYear = "1999-2000", Channel = channel, State = state, Count = count };
    }
}
