using Cadran.Feedback;
using Cadran.People;
using Cadran.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Cadran.Tests.Support;

/// <summary>A complaint about a service, as the program takes it in.</summary>
internal static class ComplaintData
{
    public const string Text = "Nobody answered my three letters.";

    public static async Task<(Complaint Complaint, string Secret)> AddAsync(TestApp app, Guid service, string text = Text,
        DateOnly? receivedOn = null, ComplaintContact? contact = null)
    {
        using IServiceScope scope = app.Services.CreateScope();
        var db = scope.ServiceProvider.GetRequiredService<CadranDb>();
        return await scope.ServiceProvider.GetRequiredService<ComplaintDesk>().ReceiveAsync(
            await db.Services.FirstAsync(s => s.Id == service), "post", "en", ComplaintAbout.Delay, text,
            contact ?? new("Ann Example", null, null, null), receivedOn, Actor.System,
            Guid.CreateVersion7(), default);
    }
}
