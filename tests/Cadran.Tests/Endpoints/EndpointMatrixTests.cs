using System.Net;
using Cadran.People;
using Cadran.Tests.Support;

namespace Cadran.Tests.Endpoints;

/// <summary>
/// Every line of <c>endpoints.txt</c> tried by everybody: the eight roles, the administrator above them, somebody of another organisation,
/// and nobody.
/// </summary>
public sealed class EndpointMatrixTests(TestApp app, EndpointVisitors visitors) : IClassFixture<EndpointVisitors>
{
    private static readonly string[] NotAnId = ["not-an-id", "1%27%20or%20%271%27=%271"];

    public static TheoryData<EndpointRow> Rows { get; } = [.. EndpointRow.All];
    public static TheoryData<EndpointRow> Routes { get; } = [.. EndpointRow.All.DistinctBy(r => r.Route)];

    [Fact]
    public async Task EveryEndpoint_HasARow()
    {
        IReadOnlyList<string> answered = await ProgramEndpoints.ReadAsync(app);
        string[] untold = [.. answered.Except(EndpointRow.All.Select(r => r.Key))];
        Assert.True(untold.Length == 0,
            $"Add a line to tests/Cadran.Tests/Endpoints/endpoints.txt that says who may use\n{string.Join('\n', untold)}");
        string[] gone = [.. EndpointRow.All.Select(r => r.Key).Except(answered)];
        Assert.True(gone.Length == 0, $"The program no longer answers at these lines of endpoints.txt:\n{string.Join('\n', gone)}");
    }

    [Theory, MemberData(nameof(Rows))]
    public async Task Answers_EverybodyAsTheirRightsSay(EndpointRow row)
    {
        List<string> wrong = [];
        foreach (Visitor visitor in visitors.All)
        {
            string expected = row.ExpectedFor(visitor);
            // Posts that are let through do something: they have objects of their own.
            EndpointObjects objects = row.IsPost && expected == "open" ? visitors.ToChange : visitors.ToRead;
            string given = await TryAsync(row, await visitors.ForAsync(visitor, row), objects.Address(row));
            if (given == "open" && expected == "404" && row.Status == 404) continue;
            if (given != expected) wrong.Add($"{visitor.Name}: {given} instead of {expected}");
        }
        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    [Theory, MemberData(nameof(Rows))]
    public async Task UnknownOrMalformedId_IsNotFound(EndpointRow row)
    {
        Visitor top = visitors.All.Single(v => v.Top);
        foreach (string name in row.Objects)
        {
            foreach (string value in NotAnId.Append(visitors.ToRead.Unknown(name)).OfType<string>())
                Assert.Equal((name, value, "404"),
                    (name, value, await TryAsync(row with { Status = null }, top, visitors.ToRead.Address(row, name, value))));
        }
    }

    [Theory, MemberData(nameof(Routes))]
    public async Task AnotherMethodOrHandler_IsRefusedInWords(EndpointRow row)
    {
        string address = visitors.ToRead.Address(row).Split('?')[0];
        foreach ((string method, string url) in new[] { ("POST", address + "?handler=Nothing"), ("PUT", address), ("DELETE", address) })
        {
            Visitor top = await visitors.ForAsync(visitors.All.Single(v => v.Top), row);
            using var request = new HttpRequestMessage(new HttpMethod(method), url)
            {
                Content = new FormUrlEncodedContent([new("__RequestVerificationToken", top.Token)]),
            };
            using HttpResponseMessage response = await top.Client.SendAsync(request);
            // A post without a handler of that name goes to the one without a name, where there is one.
            bool posts = method == "POST" && EndpointRow.All.Any(r => r.Key == $"POST {row.Route}");
            if (!posts) Assert.True((int)response.StatusCode is 400 or 404 or 405, $"{method} {url}: {(int)response.StatusCode}");
        }
    }

    private static async Task<string> TryAsync(EndpointRow row, Visitor visitor, string address)
    {
        using var request = new HttpRequestMessage(row.IsPost ? HttpMethod.Post : HttpMethod.Get, address);
        if (row.IsPost) request.Content = new FormUrlEncodedContent([new("__RequestVerificationToken", visitor.Token)]);
        using HttpResponseMessage response = await visitor.Client.SendAsync(request);
        int status = (int)response.StatusCode;
        if (status == row.Status) return "open";
        if (response.StatusCode is HttpStatusCode.Found or HttpStatusCode.SeeOther)
            return response.Headers.Location!.OriginalString.Contains("/account/sign-in?ReturnUrl", StringComparison.Ordinal)
                ? "sign in"
                : "open";
        bool usual = row.Status is null && (row.IsPost ? status is 409 or 422 : status == 200);
        return usual ? "open" : $"{status}";
    }
}

/// <summary>Everybody who tries, signed in once, and what they try it on.</summary>
public sealed class EndpointVisitors(TestApp app) : IAsyncLifetime
{
    internal EndpointObjects ToRead { get; private set; } = null!;
    internal EndpointObjects ToChange { get; private set; } = null!;
    internal IReadOnlyList<Visitor> All { get; private set; } = [];

    public async ValueTask InitializeAsync()
    {
        (ToRead, ToChange) = (await EndpointObjects.MakeAsync(app), await EndpointObjects.MakeAsync(app));
        List<Visitor> all = [await VisitorAsync("nobody", null, app.Anonymous(), "/account/sign-in")];
        foreach (Role role in Enum.GetValues<Role>()) all.Add(await VisitorAsync(role.ToString(), role, await app.As(role)));
        all.Add(await VisitorAsync("manager of another organisation", Role.Manager, await app.AsForeigner()) with { Foreign = true });
        all.Add(await VisitorAsync("administrator above", Role.Administrator, await app.AsTop()) with { Top = true });
        All = all;
    }

    /// <summary>
    /// The visitor who tries that line. Whoever ends a session may end one that other tests are in: that is tried with an account apart.
    /// </summary>
    internal async Task<Visitor> ForAsync(Visitor visitor, EndpointRow row)
    {
        if (visitor.Role is not { } role || !row.Route.StartsWith("/account/s", StringComparison.Ordinal)) return visitor;
        Person apart = await app.PersonAsync(role, visitor.Foreign ? app.OrganisationB : visitor.Top ? app.Government : app.OrganisationA);
        return await VisitorAsync(visitor.Name, role, await app.As(apart.Email)) with { Foreign = visitor.Foreign, Top = visitor.Top };
    }

    public ValueTask DisposeAsync()
    {
        foreach (Visitor visitor in All) visitor.Client.Dispose();
        return ValueTask.CompletedTask;
    }

    private static async Task<Visitor> VisitorAsync(string name, Role? role, Browser browser, string formAt = "/account")
    {
        Page form = await browser.Get(formAt);
        return new(name, role, browser.Bare(),
            form.Document.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!);
    }
}
