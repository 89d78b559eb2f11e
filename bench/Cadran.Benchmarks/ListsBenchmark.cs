using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using Cadran.Web.Platform;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Cadran.Benchmarks;

/// <summary>
/// The lists of an installation with 1,752 services and 200 × 4 waves, over HTTP: first call and median of the warm ones.
/// Budget: 100 ms warm. With a number so many services are measured instead of 200.
/// </summary>
internal static partial class ListsBenchmark
{
    private const int Calls = 30;

    public static async Task RunAsync(string[] args)
    {
        string folder = Directory.CreateTempSubdirectory("cadran-bench-").FullName;
        try
        {
            await using WebApplication app = CadranApp.Build(["--urls", "http://127.0.0.1:0"], builder =>
            {
                builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?> { ["Cadran:DataFolder"] = folder });
                builder.Logging.ClearProviders();
            });
            await app.PrepareAsync(default);
            await app.StartAsync();
            var clock = Stopwatch.StartNew();
            int measured = args is [var many, ..] ? int.Parse(many, CultureInfo.InvariantCulture) : ListsDatabase.UsuallyMeasured;
            IReadOnlyList<Guid> services = await ListsDatabase.FillAsync(app.Services, measured);
            Console.WriteLine($"filled in {clock.Elapsed.TotalSeconds:0.0} s: {ListsDatabase.Services} services, " +
                $"{measured} x {ListsDatabase.Waves} waves of {ListsDatabase.Answers} answers");
            string address = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();
            using HttpClient client = await SignInAsync(new(address));
            clock.Restart();
            while ((await client.GetStringAsync("/overview")).Contains("being worked out", StringComparison.Ordinal)) await Task.Delay(200);
            Console.WriteLine($"overview: what was not known yet was worked out beside it in {clock.Elapsed.TotalSeconds:0.0} s");
            await MeasureAsync(client, "overview", _ => "/overview");
            await MeasureAsync(client, "overview, by score", _ => "/overview?Sort=Score&Group=true");
            await MeasureAsync(client, "service page", i => $"/catalogue/services/{services[i % 5]}");
            await MeasureAsync(client, "register", _ => "/improvement");
            await MeasureAsync(client, "register, one state", _ => "/improvement?State=Open");
            await MeasureAsync(client, "reports list", _ => "/reporting");
            await MeasureAsync(client, "insight list", _ => "/insight");
            await MeasureAsync(client, "insight list, last page", _ => "/insight?p=32");
            await MeasureAsync(client, "catalogue", _ => "/catalogue");
            await MeasureAsync(client, "collection", _ => "/collection");
            await MeasureAsync(client, "standards", _ => "/standards");
        }
        finally { Directory.Delete(folder, recursive: true); }
    }

    private static async Task MeasureAsync(HttpClient client, string what, Func<int, string> address)
    {
        var times = new List<double>();
        for (int i = 0; i < Calls; i++)
        {
            var clock = Stopwatch.StartNew();
            using HttpResponseMessage page = await client.GetAsync(address(i));
            string text = await page.Content.ReadAsStringAsync();
            if (page.StatusCode != HttpStatusCode.OK || !text.Contains("<h1", StringComparison.Ordinal))
                throw new InvalidOperationException($"{address(i)}: {page.StatusCode}");
            times.Add(clock.Elapsed.TotalMilliseconds);
        }
        double[] warm = [.. times.Skip(10).Order()];
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{what,-26} first {times[0],6:0} ms, warm median {warm[warm.Length / 2],5:0} ms ({warm[0]:0} to {warm[^1]:0})"));
    }

    private static async Task<HttpClient> SignInAsync(Uri address)
    {
        var client = new HttpClient(new HttpClientHandler { CookieContainer = new CookieContainer() }) { BaseAddress = address };
        string form = await client.GetStringAsync("/account/sign-in");
        using var sent = new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["Input.Email"] = ListsDatabase.Email,
            ["Input.Password"] = ListsDatabase.Password,
            ["__RequestVerificationToken"] = Token().Match(form).Groups[1].Value,
        });
        using HttpResponseMessage answer = await client.PostAsync("/account/sign-in", sent);
        if (answer.RequestMessage!.RequestUri!.AbsolutePath.Contains("sign-in",
            StringComparison.Ordinal)) throw new InvalidOperationException("Not signed in.");
        return client;
    }

    [GeneratedRegex("""name="__RequestVerificationToken"[^>]*value="([^"]+)""")]
    private static partial Regex Token();
}
