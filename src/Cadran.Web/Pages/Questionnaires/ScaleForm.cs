using System.ComponentModel.DataAnnotations;
using Cadran.Questionnaires;

namespace Cadran.Web.Pages.Questionnaires;

/// <summary>The scale of a rating as a form sends it: words of the bank, or one's own for every point or for the two ends.</summary>
public sealed class ScaleForm
{
    /// <summary>Name of a scale of the bank; empty for words of one's own, or none.</summary>
    [Display(Name = "Words of the scale")]
    public string? Words { get; set; } = "satisfaction";

    [Display(Name = "Points of the scale"), Range(RatingScale.FewestPoints, RatingScale.MostPoints)]
    public int Points { get; set; } = 5;

    [Display(Name = "Lowest point"), Range(RatingScale.LowestFrom, RatingScale.LowestTo)]
    public int Lowest { get; set; } = 1;

    [Display(Name = "The lowest point is the best answer")]
    public bool Reversed { get; set; }
    public LocalTextForm Labels { get; set; } = new();

    public static ScaleForm From(RatingScale scale)
    {
        string? known = MeasureBank.Current.Scales.FirstOrDefault(s => Ordered(s.Value, scale.Reversed).SequenceEqual(scale.Labels)).Key;
        return new()
        {
            Words = known ?? "",
            Points = scale.Points,
            Lowest = scale.Lowest,
            Reversed = scale.Reversed,
            Labels = known is null ? LocalLines.Write(scale.Labels) : new(),
        };
    }

    /// <summary>One's own words win over those of the bank, which run from worst to best.</summary>
    /// <param name="before">What it was: words in languages that the form does not ask for stay.</param>
    public RatingScale ToScale(RatingScale? before = null)
    {
        IReadOnlyList<LocalText> own = LocalLines.Read(Labels, before?.Labels ?? []);
        IReadOnlyList<LocalText> labels = own.Count > 0 ? own
            : MeasureBank.Current.Scales.TryGetValue(Words ?? "", out IReadOnlyList<LocalText>? words) ? [.. Ordered(words, Reversed)] : [];
        return new(Lowest, Points, Reversed) { Labels = labels };
    }

    private static IEnumerable<LocalText> Ordered(IReadOnlyList<LocalText> words, bool reversed) => reversed ? words.Reverse() : words;
}
