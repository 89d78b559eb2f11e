using Cadran.Catalogue;
using Cadran.People;
using Cadran.Standards;
using Cadran.Tests.Support;

namespace Cadran.Tests.Standards;

/// <summary>Standards as people read them: over all services, on a service's profile and page, and in a file.</summary>
public sealed class StandardsIndexTests(TestApp app)
{
    private const string Year = "1999-2000";

    [Fact]
    public async Task Profile_SaysOfEachStandardWhatCanBeSaid_AndWhyNot()
    {
        Service service = await AddAsync();
        Page page = await (await app.As(Role.Executive)).Get($"/catalogue/services/{service.Id}/profile");
        string narrow = Row(page, "number a"), small = Row(page, "number b");
        string wrong = Row(page, "number c"), percent = Row(page, "number d");
        Assert.Contains("Met when rounded to four decimals, missed by the exact fraction.", narrow);
        Assert.Contains("Official rule when it was reported, by March 31, 2001: Rounded to 4 decimals.", narrow);
        Assert.Contains("Few cases: the interval is wide.", small);
        // Exact limits for 8 of 9 (Clopper–Pearson, R binom.test): 0.5175 to 0.9972.
        Assert.Contains("51.8%–99.7%", small.Replace(" ", "").Replace("\u00a0", ""));
        Assert.Contains("Cannot be assessed More cases met it than there were: an error of the source.", wrong);
        Assert.Contains("Cannot be assessed Its target is not between 0 and 100%: an error of the source.", percent);
        Assert.Contains("More cases met the standard (11) than there were (10).", page.Text);
        Assert.Contains("The target 80 is not between 0 and 1.", page.Text);

        static string Row(Page page, string number)
        {
            var rows = page.Document.QuerySelectorAll("[aria-label='Service standards'] tbody tr").Select(r => r.TextContent);
            string text = rows.Single(r => r.Contains(number, StringComparison.Ordinal));
            return string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        }
    }

    [Fact]
    public async Task ServicePage_CountsAlike_AndNamesWhatCannotBeAssessed()
    {
        Service service = await AddAsync();
        Page page = await (await app.As(Role.Executive)).Get($"/catalogue/services/{service.Id}");
        Assert.Contains("2 of 2 service standards were met in 1999-2000.", page.Text);
        string left = "2 service standards cannot be assessed in 1999-2000: "
            + "1 met by more cases than there were, 1 with a target outside 0 to 100%.";
        Assert.Contains(left, page.Text);
        Assert.Contains(left, (await (await app.As(Role.Executive)).Get($"/reporting/services/{service.Id}")).Text);
    }

    [Fact]
    public async Task Standards_ChooseTheRule_AndListWhatDependsOnIt()
    {
        await AddAsync();
        Browser browser = await app.As(Role.Executive);
        Page official = await browser.Get($"/standards?Year={Year}");
        Page exact = await browser.Get($"/standards?Year={Year}&Rule=exact");
        Page rounded = await browser.Get($"/standards?Year={Year}&Rule=rounded");
        foreach (Page page in new[] { official, exact, rounded })
        {
            Assert.Contains("outcome", page.One(".panel.warn h2").TextContent);
            Assert.Contains("7,973", page.One(".panel.warn").TextContent);
        }
        // Reported when official data was rounded: the official count is the rounded one.
        (int met, int missed, int not) by = Counts(official), other = Counts(exact);
        Assert.Equal(by, Counts(rounded));
        Assert.Equal((by.met + by.missed, by.not), (other.met + other.missed, other.not));
        Assert.True(by.met > other.met);
        Assert.Contains("Rounded to 4 decimals: results reported before June 3, 2026.", official.Text);
        Assert.Contains("Exact fractions: results reported since June 3, 2026.", official.Text);
        Page foreign = await (await app.AsForeigner()).Get($"/standards?Year={Year}");
        Assert.Empty(foreign.Document.QuerySelectorAll(".panel.warn"));
        Assert.DoesNotContain("Profiled", foreign.Text);

        static (int, int, int) Counts(Page page)
        {
            var cells = page.Document.QuerySelectorAll("figure table tbody tr")
                .SelectMany(r => r.QuerySelectorAll("td:not([data-as])").TakeLast(3).Select(c => int.Parse(c.TextContent)))
                .Chunk(3).ToList();
            return (cells.Sum(c => c[0]), cells.Sum(c => c[1]), cells.Sum(c => c[2]));
        }
    }

    [Fact]
    public async Task WhatCannotBeAssessed_IsCountedByReason_AndSaysItsReasonInTheListAndTheFile()
    {
        await AddAsync();
        Browser browser = await app.As(Role.Executive);
        Page page = await browser.Get($"/standards?Year={Year}&Met=NotApplicable");
        string counted = page.Document.QuerySelectorAll(".keyfigures > div")[1].TextContent;
        Assert.Matches(@"\d+ met by more cases than there were, \d+ with a target outside 0 to 100%", counted);
        Assert.Contains("More cases met it than there were: an error of the source.", page.One("#list + .scroll").TextContent);
        string french = (await (await app.As(Role.Executive, "fr")).Get($"/standards?Year={Year}&Met=NotApplicable")).Text;
        Assert.Contains("respectées par plus de cas qu’il n’y en a eu", french);

        using HttpResponseMessage csv = await browser.Raw(new HttpRequestMessage(HttpMethod.Get, $"/standards?Year={Year}&handler=Csv"));
        string[] lines = (await csv.Content.ReadAsStringAsync()).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        Assert.EndsWith("Reported by,Met: Official rule at the time,Met: Rounded to 4 decimals,Met: Exact fractions,"
            + "Why it cannot be assessed", lines[0]);
        Assert.Contains(lines, l => l.Contains(",0.9,7973,8859,", StringComparison.Ordinal)
            && l.EndsWith(",2001-03-31,Y,Y,N,", StringComparison.Ordinal));
        Assert.Contains(lines, l => l.Contains(",0.8,11,10,,,,,", StringComparison.Ordinal)
            && l.EndsWith(",NA,NA,NA,More cases met it than there were: an error of the source.", StringComparison.Ordinal));
        Assert.Contains(lines, l => l.Contains(",80,8,9,0.8888", StringComparison.Ordinal)
            && l.EndsWith(",NA,NA,NA,Its target is not between 0 and 100%: an error of the source.", StringComparison.Ordinal));
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
                Service service = Service.Create(app.OrganisationB, "y" + Guid.NewGuid().ToString("N")[..12], new("Yearly", "Annuel"));
                ServiceStandard standard = Standard(service, "s");
                foreach (string year in years) standard.Results.Add(Result(standard, year, 9, 10, 0.8m));
                db.AddRange(service, standard);
            }
        });
        Page standards = await (await app.AsForeigner()).Get("/standards");
        Assert.StartsWith("Fiscal year 1991-1992 · 3 services", standards.One(".sub").TextContent.Trim());
        Assert.Equal("1991-1992", standards.One("select[name=Year] option[selected]").GetAttribute("value"));
        Assert.Equal(["1993-1994 (1)", "1992-1993 (1)", "1991-1992 (3)"],
            standards.Document.QuerySelectorAll("select[name=Year] option").Select(o => o.TextContent));
        Page french = await (await app.AsForeigner("fr")).Get("/standards?Year=1993-1994");
        Assert.StartsWith("Exercice 1993-1994 · 1 service", french.One(".sub").TextContent.Trim());
    }

    [Fact]
    public async Task Target_IsKeptToTheLastDigit()
    {
        var target = new StandardTarget(0.1234567890123456789012345m);
        Guid id = await app.Db(async db =>
        {
            Service service = Service.Create(app.OrganisationA, "t" + Guid.NewGuid().ToString("N")[..12], new("Exact", ""));
            ServiceStandard standard = Standard(service, "s");
            StandardResult result = StandardResult.Create(standard.Id, "1990-1991", new StandardFigures(target, 1, 2), new(1991, 5, 1));
            standard.Results.Add(result);
            db.AddRange(service, standard);
            await db.SaveChangesAsync();
            return result.Id;
        });
        Assert.Equal(target, (await app.Db(async db => await db.StandardResults.FindAsync(id)))!.Target);
    }

    private async Task<Service> AddAsync()
    {
        Service service = Service.Create(app.OrganisationA, "p" + Guid.NewGuid().ToString("N")[..12], new("Profiled", "Décrit"));
        service.Report(Year, service.Name, service.Description, service.Profile);
        await app.Db(async db =>
        {
            db.Add(service);
            Add("a", 7973, 8859, 0.9m);
            Add("b", 8, 9, 0.8m);
            Add("c", 11, 10, 0.8m);
            Add("d", 8, 9, 80);
            await db.SaveChangesAsync();

            void Add(string code, long meeting, long total, decimal target)
            {
                ServiceStandard standard = Standard(service, code);
                standard.Results.Add(Result(standard, Year, meeting, total, target));
                db.Add(standard);
            }
        });
        return service;
    }

    private static ServiceStandard Standard(Service service, string code) =>
        ServiceStandard.Create(service.Id, code, new("Answer in ten days", "Répondre en dix jours"), "TML", "TEL");

    private static StandardResult Result(ServiceStandard standard, string year, long meeting, long total, decimal target) =>
        StandardResult.Create(standard.Id, year, new StandardFigures(new StandardTarget(target), meeting, total), new(2001, 3, 31));
}
