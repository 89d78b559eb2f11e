using Cadran.Catalogue;
using Cadran.People;
using Cadran.Tests.Support;

namespace Cadran.Tests.Standards;

/// <summary>A standard written by hand: what is missing or there already is named.</summary>
public sealed class StandardsNewTests(TestApp app)
{
    [Fact]
    public async Task WhatIsMissingOrTwice_IsNamed()
    {
        Service service = await app.ServiceAsync();
        Page form = await (await app.As(Role.Analyst)).Get($"/standards/new?service={service.Id}");
        await form.RefusesAsync(422, [],
        [
            "Enter a number or a short code.", "Choose a type.", "Choose a channel.",
        ]);
        await form.RefusesAsync(422, Written("1", ""), ["Say what clients can count on, in at least one language."]);
        await form.RefusesAsync(422, Written(new string('1', 61)), ["Shorten this number: 60 characters at most."]);
        Assert.Equal(200, (await form.Submit(Written("S 1"))).Status);
        await form.RefusesAsync(409, Written("s1"), ["Another standard of this service has this number."]);
    }

    private static Dictionary<string, string> Written(string code, string text = "In ten days") => new()
    {
        ["Code"] = code,
        ["Input.TextEn"] = text,
        ["Input.Type"] = "TML",
        ["Input.Channel"] = Inventory.ContactChannels[0],
    };
}
