using Cadran.Catalogue;
using Cadran.Collection;
using Cadran.Statistics.Drivers;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Cadran.Improvement;

/// <summary>The figures a decision rested on, frozen as they stood: later waves or methods do not rewrite why it was taken.</summary>
public sealed record DecisionEvidence
{
    /// <summary>Item code of the driver and its label at the time.</summary>
    public required string Driver { get; init; }
    public LocalText Label { get; init; } = LocalText.Empty;
    public int Respondents { get; init; }

    /// <summary>Share of explained variance in [0, 1] with its interval and rank range.</summary>
    public double ImportanceShare { get; init; }
    public double ImportanceLow { get; init; }
    public double ImportanceHigh { get; init; }
    public int Rank { get; init; }
    public int RankLow { get; init; }
    public int RankHigh { get; init; }

    /// <summary>Score 0–100 with its interval.</summary>
    public double Score { get; init; }
    public double ScoreLow { get; init; }
    public double ScoreHigh { get; init; }
    public string Quadrant { get; init; } = "";

    /// <summary>Share of bootstrap replicates in which the item fell in that quadrant, in [0, 1].</summary>
    public double Probability { get; init; }

    /// <summary>The rule of the matrix: a place that held in enough replicates.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public bool Firm => Probability >= DriverPriority.FirmFrom;
    public bool Separable { get; init; }
    public string Method { get; init; } = "";
}

/// <summary>What was decided to fix first, by whom, and on which evidence.</summary>
public sealed class Decision
{
    private LocalText title = LocalText.Empty, reasons = LocalText.Empty, body = LocalText.Empty;

    public const int TitleMaxLength = 200;
    public const int ReasonsMaxLength = 4000;

    public Guid Id { get; private init; } = Guid.CreateVersion7();
    public required Guid ServiceId { get; init; }
    public required Guid WaveId { get; init; }
    public required LocalText Title { get => title; init => title = value; }
    public required LocalText Reasons { get => reasons; init => reasons = value; }

    /// <summary>The body that decided, such as "executive committee".</summary>
    public required LocalText Body { get => body; init => body = value; }
    public required DateOnly DecidedOn { get; init; }
    public required DecisionEvidence Evidence { get; init; }
    public DateTime? WithdrawnAtUtc { get; private set; }

    /// <summary>Texts added after the decision was recorded, oldest first.</summary>
    public IReadOnlyList<AddedText> Added { get; private set; } = [];

    /// <summary>Some text of it is in one official language only.</summary>
    public bool LacksALanguage => (Title.Missing() ?? Reasons.Missing() ?? Body.Missing()) is not null;

    /// <summary>Adds texts in the language each was not written in; null or blank adds none.</summary>
    public void AddTexts(string? titleAdded, string? reasonsAdded, string? bodyAdded, string by, DateTime nowUtc)
    {
        var second = new SecondLanguage(by, nowUtc);
        (title, reasons, body) = (second.To(title, titleAdded, nameof(Title)), second.To(reasons, reasonsAdded, nameof(Reasons)), second.To(body, bodyAdded, nameof(Body)));
        Added = [.. Added, .. second.Added];
    }

    public void Withdraw(DateTime nowUtc)
    {
        if (WithdrawnAtUtc is not null) throw new RuleViolationException("decision.already-withdrawn", "This decision is already withdrawn.");
        WithdrawnAtUtc = nowUtc;
    }
}

internal sealed class DecisionMapping : IEntityTypeConfiguration<Decision>
{
    public void Configure(EntityTypeBuilder<Decision> entity)
    {
        entity.LocalText(d => d.Title, Decision.TitleMaxLength);
        entity.LocalText(d => d.Reasons, Decision.ReasonsMaxLength);
        entity.LocalText(d => d.Body, Decision.TitleMaxLength);
        entity.Json(d => d.Evidence);
        entity.Json(d => d.Added);
        entity.Property(d => d.Added).IsConcurrencyToken();
        entity.HasOne<Service>().WithMany().HasForeignKey(d => d.ServiceId).OnDelete(DeleteBehavior.Restrict);
        entity.HasOne<Wave>().WithMany().HasForeignKey(d => d.WaveId).OnDelete(DeleteBehavior.Restrict);
    }
}
