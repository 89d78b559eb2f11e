using AngleSharp.Html.Dom;
using Cadran.Collection;
using Cadran.Web.Respondent;
using Microsoft.Extensions.DependencyInjection;

namespace Cadran.Tests.Support;

/// <summary>Waves with samples, and with plans of invitations.</summary>
internal static class InvitedData
{
    public static async Task<(Wave Wave, Sample Sample)> DrawnAsync(TestApp app, int people = 8)
    {
        Frame frame = await FrameData.AddAsync(app, FrameData.List(FrameData.Tag(), people));
        Wave wave = await FrameData.PlannedAsync(app);
        return (wave, await FrameData.DrawAsync(app.Services, frame, wave, people));
    }

    public static async Task<(Wave Wave, InvitationPlan Plan)> PlannedAsync(TestApp app, int people = 8)
    {
        (Wave wave, Sample sample) = await DrawnAsync(app, people);
        var texts = app.Services.GetRequiredService<InvitationTexts>();
        InvitationPlan plan = InvitationPlan.Make(sample, wave, new() { SendsOn = wave.OpensOn },
            texts.Usual(["en", "fr"], LinkKind.Personal), FrameData.Somebody, TestApp.Now);
        await app.Db(async db => { db.Add(plan); await db.SaveChangesAsync(); });
        return (wave, plan);
    }

    /// <summary>What a form of that page sends to say that it is ours.</summary>
    public static IEnumerable<KeyValuePair<string, string>> Token(Page page) => Page
        .Fields((IHtmlFormElement)page.One("main form[method=post]")).Where(f => f.Key.StartsWith("__", StringComparison.Ordinal));
}
