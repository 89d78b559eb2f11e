using Cadran.Jobs;
using Cadran.People;
using Cadran.Tests.Support;

namespace Cadran.Tests;

/// <summary>What people read when a page cannot be shown.</summary>
public sealed class ErrorShowTests(TestApp app)
{
    [Fact]
    public async Task Form_WithoutItsToken()
    {
        Page refused = await (await app.As(Role.Analyst)).Post("/catalogue/services/new", [new("Input.NameEn", "Forged")]);
        Says(refused, 400, "This form could not be read", "It may have been open too long. Go back, reload the page and send it again.");
    }

    [Fact]
    public async Task Form_WithSomebodyElsesToken()
    {
        Page theirs = await (await app.AsForeigner()).Get("/account");
        string token = theirs.One("main input[name=__RequestVerificationToken]").GetAttribute("value")!;
        Page refused = await (await app.As(Role.Analyst))
            .Post("/catalogue/services/new", [new("__RequestVerificationToken", token), new("Input.NameEn", "Forged")]);
        Says(refused, 400, "This form could not be read", "It may have been open too long. Go back, reload the page and send it again.");
    }

    [Fact]
    public async Task Page_WithoutTheRight() =>
        Says(await (await app.As(Role.Executive)).Get("/people"), 403, "You may not do this", "Your role does not include this. " +
            "Ask the administrator of your organisation.");

    [Fact]
    public async Task Page_OfAnotherOrganisationOrOfNobody() =>
        Says(await (await app.As(Role.Executive)).Get($"/catalogue/services/{Guid.NewGuid()}"), 404, "This page does not exist",
            "The address may be mistyped, or what it showed belongs to an organisation you cannot see.");

    [Theory]
    [InlineData(413, "This file is too large", "Send a smaller file, or import it with the command line.")]
    [InlineData(500, "Something went wrong on our side",
        "Nothing you sent was half saved. Try again; if it goes on, tell the administrator the time it happened.")]
    public async Task OtherStatus_HasItsPage(int status, string heading, string advice) =>
        Says(await app.Anonymous().Get($"/error/{status}"), status, heading, advice);

    [Fact]
    public async Task AddressOfNothing_ForSomebodySignedIn_Is404()
    {
        Page page = await (await app.As(Role.Analyst)).Get("/there/is/nothing/here");
        Assert.Equal(404, page.Status);
    }

    private static void Says(Page page, int status, string heading, string advice)
    {
        Assert.Equal((status, heading), (page.Status, page.Title));
        Assert.Contains(advice, page.Text);
        Assert.NotNull(page.Document.QuerySelector("main a[href='/']"));
    }
}
