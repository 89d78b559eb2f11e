using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Cadran.People;

/// <summary>
/// What a program says to be let in: 160 random bits of which a digest is kept, for one organisation and everything below it. When it was
/// used is known by the day and no nearer, so that nothing leads from a key to an answer.
/// </summary>
public sealed class ApiKey
{
    public const int NameMaxLength = 120, PrefixLength = 8, LongestDays = 1096;
    internal const string PrefixIndex = "IX_ApiKeys_Prefix";
    private const string Mark = "cadran";
    private const int SecretBytes = 20;

    private ApiKey() { }

    public Guid Id { get; private init; }
    public Guid OrganisationId { get; private init; }

    /// <summary>The program, or who runs it.</summary>
    public string Name { get; private init; } = "";

    /// <summary>The beginning of the key, by which people tell keys apart.</summary>
    public string Prefix { get; private init; } = "";
    public string Digest { get; private init; } = "";
    public IReadOnlyList<ApiScope> Scopes { get; private init; } = [];

    /// <summary>The last day on which it opens anything.</summary>
    public DateOnly EndsOn { get; private init; }
    public string MadeBy { get; private init; } = "";
    public DateTime MadeAtUtc { get; private init; }
    public string? RevokedBy { get; private set; }
    public DateTime? RevokedAtUtc { get; private set; }

    /// <summary>The last day on which it was used; null when it never was.</summary>
    public DateOnly? UsedOn { get; private set; }

    public bool OpensOn(DateOnly day) => RevokedAtUtc is null && day <= EndsOn;

    /// <returns>The key to keep, and what the program says, which is shown once.</returns>
    public static (ApiKey Key, string Said) Make(Guid organisationId, string? name, IReadOnlyList<ApiScope> scopes, DateOnly endsOn, Actor by,
        Moment now)
    {
        if (scopes.Count == 0) throw new RuleViolationException("api-key.scope", "Choose what the program may do.", nameof(Scopes));
        if (endsOn <= now.Today || endsOn > now.Today.AddDays(LongestDays))
            throw new RuleViolationException("api-key.end", "Choose a last day after today, and at most three years ahead.", nameof(EndsOn));
        string prefix = Random(PrefixLength / 2), said = $"{Mark}_{prefix}_{Random(SecretBytes)}";
        return (new()
        {
            Id = Guid.CreateVersion7(),
            OrganisationId = organisationId,
            Name = TextLimits.Required(name, NameMaxLength, nameof(Name)),
            Prefix = prefix,
            Digest = DigestOf(said),
            Scopes = [.. scopes.Distinct().Order()],
            EndsOn = endsOn,
            MadeBy = by.Name,
            MadeAtUtc = now.AtUtc,
        }, said);
    }

    public void Revoke(Actor by, Moment now)
    {
        if (RevokedAtUtc is not null) throw new RuleViolationException("api-key.revoked", "This key was revoked already.");
        (RevokedBy, RevokedAtUtc) = (by.Name, now.AtUtc);
    }

    /// <summary>The beginning of what a program says; null for what is no key.</summary>
    internal static string? PrefixOf(string said) => said.Split('_') is [Mark, { Length: PrefixLength } prefix, { Length: 2 * SecretBytes }]
        ? prefix : null;

    internal bool Fits(string said) =>
        CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(DigestOf(said)), Encoding.ASCII.GetBytes(Digest));

    private static string Random(int bytes) => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(bytes));

    private static string DigestOf(string said) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(said)));
}

internal sealed class ApiKeyMapping : IEntityTypeConfiguration<ApiKey>
{
    public void Configure(EntityTypeBuilder<ApiKey> entity)
    {
        entity.Property(k => k.Name).HasMaxLength(ApiKey.NameMaxLength);
        entity.Property(k => k.Prefix).HasMaxLength(ApiKey.PrefixLength);
        entity.Property(k => k.Digest).HasMaxLength(64).NotAudited();
        entity.Property(k => k.UsedOn).NotAudited();
        entity.Json(k => k.Scopes);
        entity.Property(k => k.MadeBy).HasMaxLength(Actor.NameMaxLength);
        entity.Property(k => k.RevokedBy).HasMaxLength(Actor.NameMaxLength);
        entity.HasIndex(k => k.Prefix).Unique(ApiKey.PrefixIndex, Refusals.SentTwice);
        entity.HasOne<Organisation>().WithMany().HasForeignKey(k => k.OrganisationId).OnDelete(DeleteBehavior.Restrict);
    }
}
