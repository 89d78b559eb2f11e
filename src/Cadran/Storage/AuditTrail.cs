using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Cadran.People;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace Cadran.Storage;

/// <summary>Turns what is about to be saved into audit events, without secrets and without answers.</summary>
internal static class AuditTrail
{
    private const int DocumentMaxLength = 4000;

    // Accounts are mapped by Identity, which knows nothing of our annotations.
    private static readonly HashSet<Type> Unaudited =
        [typeof(AuditEvent), typeof(IdentityUserToken<Guid>), typeof(IdentityUserLogin<Guid>), typeof(IdentityUserClaim<Guid>)];

    private static readonly HashSet<string> Secrets =
        [nameof(User.PasswordHash), nameof(User.SecurityStamp), nameof(User.ConcurrencyStamp)];

    public static List<AuditEvent> Read(ChangeTracker tracker, Actor actor, string? action, DateTime nowUtc)
    {
        tracker.DetectChanges();
        DateTime atUtc = Kept(nowUtc);
        List<EntityEntry> changed = [.. tracker.Entries().Where(IsTold)];
        // A bulk import is one event with its counts, not ten thousand.
        if (changed.Count > 200 && action is not null)
        {
            Dictionary<string, int> counts = changed.CountBy(e => $"{e.Metadata.ClrType.Name} {e.State}").ToDictionary();
            string json = JsonSerializer.Serialize(counts, Mapping.JsonOptions);
            return [New(actor, action, atUtc, changed[0].Metadata.ClrType.Name, "*", null, json)];
        }
        return [.. changed.Select(entry => New(actor, action ?? DefaultAction(entry), atUtc, entry.Metadata.ClrType.Name, Key(entry),
            entry.State == EntityState.Added ? null : Values(entry, original: true),
            entry.State == EntityState.Deleted ? null : Values(entry, original: false)))];
    }

    /// <summary>The event of something that was read: nothing before it and nothing after, only what was read.</summary>
    public static AuditEvent OfRead(Actor actor, string action, DateTime nowUtc, string subject, Guid id,
        IReadOnlyDictionary<string, string> what) => New(actor, action,
            Kept(nowUtc), subject, id.ToString(), null, JsonSerializer.Serialize(what, Mapping.JsonOptions));

    // Both databases keep milliseconds exactly; a finer stamp would not survive the round trip and break the chain.
    private static DateTime Kept(DateTime nowUtc) => new(nowUtc.Ticks - nowUtc.Ticks % TimeSpan.TicksPerMillisecond, DateTimeKind.Utc);

    public static IEnumerable<AuditEvent> Chain(List<AuditEvent> events, long lastNumber, string lastHash)
    {
        foreach (AuditEvent read in events)
        {
            var numbered = new AuditEvent
            {
                Number = ++lastNumber,
                AtUtc = read.AtUtc,
                UserId = read.UserId,
                By = read.By,
                Action = read.Action,
                Subject = read.Subject,
                SubjectId = read.SubjectId,
                Before = read.Before,
                After = read.After,
            };
            numbered.Chain(lastHash);
            lastHash = numbered.Hash;
            yield return numbered;
        }
    }

    private static bool IsTold(EntityEntry entry) =>
        entry.State is EntityState.Added or EntityState.Modified or EntityState.Deleted
        && !Unaudited.Contains(entry.Metadata.ClrType) && Mapping.IsAudited(entry.Metadata);

    private static AuditEvent New(Actor actor, string action, DateTime atUtc, string subject, string id, string? before, string? after) =>
        new()
        {
            AtUtc = atUtc,
            UserId = actor.UserId,
            By = actor.Name,
            Action = action,
            Subject = subject,
            SubjectId = id,
            Before = before,
            After = after,
        };

    private static string DefaultAction(EntityEntry entry)
    {
        string verb = entry.State switch { EntityState.Added => "added", EntityState.Deleted => "deleted", _ => "changed" };
        return $"{JsonNamingPolicy.KebabCaseLower.ConvertName(entry.Metadata.ClrType.Name)}.{verb}";
    }

    private static string Key(EntityEntry entry) =>
        string.Join('/', entry.Metadata.FindPrimaryKey()!.Properties.Select(p => entry.Property(p.Name).CurrentValue));

    private static string Values(EntityEntry entry, bool original)
    {
        // Accounts are saved whole: what is marked as changed is not always another value.
        bool Told(PropertyEntry property) => entry.State != EntityState.Modified
            || property.IsModified && !property.Metadata.GetValueComparer().Equals(property.OriginalValue, property.CurrentValue);
        string? Written(PropertyEntry property)
        {
            object? value = original ? property.OriginalValue : property.CurrentValue;
            // As it is stored: what the converter of a value type or of a document makes of it.
            object? stored = property.Metadata.GetValueConverter() is { } converter ? converter.ConvertToProvider(value) : value;
            return stored is null or "" ? null : Text(stored, isDocument: property.Metadata.ClrType != typeof(string));
        }
        Dictionary<string, string> values = entry.Properties
            .Where(p => !Secrets.Contains(p.Metadata.Name) && Mapping.IsAudited(p.Metadata) && Told(p))
            .Select(p => (p.Metadata.Name, Value: Written(p)))
            .Concat(entry.ComplexProperties.SelectMany(c => c.Properties.Where(Told)
                .Select(p => (Name: $"{c.Metadata.Name}.{p.Metadata.Name}", Value: Written(p)))))
            .Where(p => p.Value is not null)
            .ToDictionary(p => p.Name, p => p.Value!);
        return JsonSerializer.Serialize(values, Mapping.JsonOptions);
    }

    // What people write is kept whole, or the trail could not say what they wrote. A document such as a questionnaire's draft changes at
    // every click: of a long one its beginning, and what proves the rest.
    private static string Text(object value, bool isDocument)
    {
        string text = value as string ?? JsonSerializer.Serialize(value, Mapping.JsonOptions).Trim('"');
        if (!isDocument || text.Length <= DocumentMaxLength) return text;
        string digest = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
        return $"{ShortText.Of(text, DocumentMaxLength)} ({text.Length} characters, SHA-256 {digest})";
    }
}
