using Cadran.People;
using Cadran.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Cadran.Tests.Support;

/// <summary>What the audit trail keeps of something that was done.</summary>
public static class Trail
{
    /// <summary>
    /// The last event of that name about that object: by whom, just now, and from what to what. "" stands for nothing before or after.
    /// </summary>
    public static async Task TraceAsync(this IServiceProvider services, string action, object id, string by, string? before, string? after)
    {
        using IServiceScope scope = services.CreateScope();
        string subjectId = id.ToString()!;
        AuditEvent? found = await scope.ServiceProvider.GetRequiredService<CadranDb>().AuditEvents.AsNoTracking()
            .Where(e => e.Action == action && e.SubjectId == subjectId).OrderByDescending(e => e.Number).FirstOrDefaultAsync();
        Assert.True(found is not null, $"The trail has no {action} of {subjectId}.");
        Assert.Equal((action, by), (found.Action, found.By));
        Assert.Equal(by == Actor.System.Name || by == Actor.Command.Name, found.UserId is null);
        DateTime now = scope.ServiceProvider.GetRequiredService<TimeProvider>().GetUtcNow().UtcDateTime;
        Assert.InRange(found.AtUtc, now.AddMinutes(-1), now);
        Has(before, found.Before);
        Has(after, found.After);
    }

    private static void Has(string? expected, string? said)
    {
        if (expected is "") Assert.Null(said);
        else if (expected is not null) Assert.Contains(expected, said);
    }
}
