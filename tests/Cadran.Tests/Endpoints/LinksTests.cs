using System.Net;
using System.Text.RegularExpressions;
using AngleSharp.Html.Parser;
using Cadran.Tests.Support;

namespace Cadran.Tests.Endpoints;

/// <summary>
/// Every page as every role: what the main part leads to may be followed. A link that ends in "you may not" is a promise to nobody.
/// </summary>
[Trait("Database", "any")]
public sealed partial class LinksTests(TestApp app, EndpointVisitors visitors) : IClassFixture<EndpointVisitors>
{
    // Pages of one kind offer the same links: so many of each are looked at.
    private const int OfOneKind = 3;

    [Fact]
    public async Task NoLinkOfAPage_EndsIn403()
    {
        // Something late, something that waits for its wave, a service without a wave: what offers most.
        Guid fresh = (await app.ServiceAsync("Never measured")).Id;
        List<string> wrong = [];
        int followed = 0;
        foreach (Visitor visitor in visitors.All.Where(v => v.Role is not null))
        {
            var walk = new Walk(visitor);
            foreach (EndpointRow row in EndpointRow.All.Where(r => !r.IsPost)) walk.Begin(visitors.ToRead.Address(row));
            walk.Begin($"/catalogue/services/{fresh}");
            await walk.GoAsync();
            wrong.AddRange(walk.Refused);
            followed += walk.Followed;
        }
        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
        Assert.True(followed > 500, $"{followed} links were followed: the walk sees too little.");
    }

    private sealed partial class Walk(Visitor visitor)
    {
        private readonly Dictionary<string, int> kinds = [];
        private readonly Queue<(string Address, string? From)> next = [];
        private readonly HashSet<string> known = [];

        public List<string> Refused { get; } = [];
        public int Followed { get; private set; }

        public void Begin(string address) => Add(address, null);

        public async Task GoAsync()
        {
            while (next.TryDequeue(out var at))
            {
                using HttpResponseMessage response = await visitor.Client.GetAsync(at.Address);
                if (at.From is not null) Followed++;
                if (response.StatusCode == HttpStatusCode.Forbidden && at.From is not null)
                    Refused.Add($"{visitor.Name}: {at.From} leads to {at.Address}");
                if (response.StatusCode is HttpStatusCode.Found or HttpStatusCode.SeeOther)
                    Add(response.Headers.Location!.OriginalString, at.From ?? at.Address);
                if (response.StatusCode != HttpStatusCode.OK || response.Content.Headers.ContentType?.MediaType != "text/html") continue;
                var page = new HtmlParser().ParseDocument(await response.Content.ReadAsStringAsync());
                foreach (var link in page.QuerySelectorAll("main a[href]")) Add(link.GetAttribute("href")!, at.Address);
            }
        }

        private void Add(string address, string? from)
        {
            string path = address.Split('#')[0];
            if (!path.StartsWith('/') || path.StartsWith("/answer", StringComparison.Ordinal) || !known.Add(path)) return;
            // Where a link stands matters too: the same page may be offered rightly here and wrongly there.
            string kind = Kind(from ?? "") + " → " + Kind(path);
            if (from is not null && kinds.GetValueOrDefault(kind) >= OfOneKind) return;
            kinds[kind] = kinds.GetValueOrDefault(kind) + 1;
            next.Enqueue((path, from));
        }

        private static string Kind(string address) => Numbers().Replace(Ids().Replace(address, "{id}"), "{n}");
    }

    [GeneratedRegex("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}|[0-9a-f]{32}")]
    private static partial Regex Ids();

    [GeneratedRegex("(?<==)[^&]*")]
    private static partial Regex Numbers();
}
