using System.Net;
using AngleSharp.Html.Parser;
using Cadran.People;
using Cadran.Tests.Endpoints;
using Cadran.Tests.Support;

namespace Cadran.Tests.Insight.Disclosure;

/// <summary>
/// Everything the program answers at, as the program itself lists it, asked by everybody about a wave with four marked people: pages,
/// charts, CSV, data for R, reports, and whatever these lead to. What is withheld of the four stands nowhere.
/// </summary>
[Trait("Database", "any")]
public sealed class EveryAddressTests(TestApp app, EndpointVisitors visitors) : IClassFixture<EndpointVisitors>
{
    private static readonly string[] Groupings = ["channel", "language", "region"];

    [Fact]
    public async Task NoAnswerOfTheProgram_TellsAnythingOfTheFour()
    {
        MarkedWave marked = await MarkedWave.MakeAsync(app);
        EndpointObjects objects = visitors.ToChange.With(("measured", marked.Wave.Id), ("before", marked.Before.Id),
            ("wave", marked.Wave.Id), ("service", marked.Wave.ServiceId), ("measuredService", marked.Wave.ServiceId),
            ("slug", marked.Wave.Slug),
            ("decision", marked.Decision.Id), ("target", marked.Target.Id), ("action", marked.Action.Id));
        List<EndpointRow> rows = [];
        foreach (string key in await ProgramEndpoints.ReadAsync(app))
            rows.Add(EndpointRow.All.SingleOrDefault(r => r.Key == key)
                ?? throw new Xunit.Sdk.XunitException($"Say in endpoints.txt where {key} can be tried: figures may stand there."));
        List<string> wrong = [];
        foreach (Visitor visitor in visitors.All)
        {
            var visit = new Visit(visitor, marked);
            await visit.ReadAsync(rows.Where(r => !r.IsPost).SelectMany(r => Addresses(objects.Address(r))));
            foreach (EndpointRow row in rows.Where(r => r.IsPost))
                await visit.PostAsync(await visitors.ForAsync(visitor, row), objects.Address(row));
            wrong.AddRange(visit.Leaks);
            // Whoever reads results has seen the wave, on pages and in files: had the four been there, they would have been seen.
            string[] at = [.. visit.SeenAt.Order(StringComparer.Ordinal)];
            bool reads = visitor.Role is { } role && role.Includes(Right.Read) && !visitor.Foreign;
            Assert.True(reads == at.Length > 0, $"{visitor.Name}: {string.Join(", ", at)}");
            if (!reads) continue;
            foreach (string part in new[] { "?by=region", "table", "/reproduce/", "/compare", "/catalogue/services/", "format=csv" })
                Assert.True(at.Any(a => a.Contains(part, StringComparison.Ordinal)), $"{visitor.Name} saw no figure at {part}");
        }
        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    // The groupings that a wave knows, also where no page leads to them.
    private static IEnumerable<string> Addresses(string address)
    {
        yield return address;
        if (!address.Contains("/insight/waves/", StringComparison.Ordinal)) yield break;
        foreach (string by in Groupings)
            foreach (string each in new[] { address, address.Replace("=scores", "=groups", StringComparison.Ordinal)
                .Replace("/scores", "/groups", StringComparison.Ordinal) })
                yield return each + (each.Contains('?', StringComparison.Ordinal) ? "&" : "?") + "by=" + by;
    }

    /// <summary>What one visitor reads, link after link, as long as it is about the marked wave.</summary>
    private sealed class Visit(Visitor visitor, MarkedWave marked)
    {
        private readonly HashSet<string> known = [];
        private readonly Queue<string> next = [];
        private readonly string[] secrets = visitor.Role is { } role && role.Includes(Right.RunCollection) && !visitor.Foreign
            ? [.. MarkedWave.Secrets] : [.. MarkedWave.Secrets, .. MarkedWave.Personal];

        public List<string> Leaks { get; } = [];

        /// <summary>Where a figure of the wave was seen.</summary>
        public List<string> SeenAt { get; } = [];

        public async Task ReadAsync(IEnumerable<string> addresses)
        {
            foreach (string address in addresses) Add(address);
            while (next.TryDequeue(out string? address))
            {
                using HttpResponseMessage response = await visitor.Client.GetAsync(address);
                await LookAsync(address, response);
            }
        }

        public async Task PostAsync(Visitor sender, string address)
        {
            using var form = new FormUrlEncodedContent([new("__RequestVerificationToken", sender.Token)]);
            using HttpResponseMessage response = await sender.Client.PostAsync(address, form);
            await LookAsync("POST " + address, response);
            await ReadAsync([]);
        }

        private async Task LookAsync(string address, HttpResponseMessage response)
        {
            string told = await response.Content.ReadAsStringAsync();
            Leaks.AddRange(secrets.Where(s => told.Contains(s, StringComparison.OrdinalIgnoreCase))
                .Select(s => $"{visitor.Name}, {address}: {s}"));
            if (told.Contains(MarkedWave.Shown, StringComparison.Ordinal)) SeenAt.Add(address);
            if (response.StatusCode is HttpStatusCode.Found or HttpStatusCode.SeeOther)
                Follow(response.Headers.Location!.OriginalString);
            else if (response.Content.Headers.ContentType?.MediaType == "text/html")
                foreach (var link in new HtmlParser().ParseDocument(told).QuerySelectorAll("[href], [src]"))
                    Follow(link.GetAttribute("href") ?? link.GetAttribute("src")!);
        }

        private void Follow(string address)
        {
            if (address.StartsWith('/') && marked.IsNamedBy(address)) Add(address.Split('#')[0]);
        }

        private void Add(string address)
        {
            if (known.Add(address)) next.Enqueue(address);
        }
    }
}
