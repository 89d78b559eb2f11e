using Cadran.Feedback;
using Cadran.Tests.Support;

namespace Cadran.Tests.Public;

/// <summary>Only the receipt of an idea of this box reads what became of it.</summary>
public sealed class BoxReceiptTests(TestApp app)
{
    [Fact]
    public async Task AReceiptOfNothing_OrOfAnotherBox_IsTold()
    {
        IdeaBox box = await app.BoxAsync(), other = await app.BoxAsync();
        Page sent = await (await app.Anonymous().Get($"/public/box/{other.Slug}")).Submit(new() { ["Input.Text"] = "Elsewhere" });
        string receipt = sent.One(".poster-link code").TextContent;
        Page form = await app.Anonymous().Get($"/public/box/{box.Slug}/receipt");
        await form.RefusesAsync(422, new() { ["Receipt"] = "" }, ["Enter the receipt."]);
        foreach (string wrong in new[] { receipt, "ABCD", IdeaReceipt.New().Written })
            await form.RefusesAsync(422, new() { ["Receipt"] = wrong },
                ["No idea here has this receipt. Look at it again, sign by sign."]);
        Assert.Equal(404, (await form.Browser.Get("/public/box/nosuchbox/receipt")).Status);
    }
}
