using System.Globalization;
using System.Text.Json.Serialization;

namespace Cadran.Questionnaires;

/// <summary>
/// The points of a rating: consecutive whole numbers, with or without words. Which end is the best, what a point is worth and how points
/// stand in tables of answers are decided here; everything after it reads codes that run from worst to best.
/// </summary>
/// <param name="Lowest">The lowest number people can choose, −10 to 10.</param>
/// <param name="Points">How many points there are, 2 to 11.</param>
/// <param name="Reversed">The lowest number is the best answer, as in "1 excellent … 6 poor".</param>
public sealed record RatingScale(int Lowest = 1, int Points = 5, bool Reversed = false)
{
    public const int FewestPoints = 2, MostPoints = 11, LowestFrom = -10, LowestTo = 10;

    /// <summary>Words of the points, lowest first: one for each, one for each end, or none.</summary>
    public IReadOnlyList<LocalText> Labels { get; init; } = [];

    [JsonIgnore]
    public int Highest => Lowest + Points - 1;

    /// <summary>Each point is shown by its words; otherwise by its number, with the words of the ends beside the scale.</summary>
    [JsonIgnore]
    public bool HasEveryLabel => Labels.Count == Points;

    [JsonIgnore]
    public IEnumerable<int> Values => Enumerable.Range(Lowest, Points);

    [JsonIgnore]
    public IEnumerable<int> FromWorst => Reversed ? Values.Reverse() : Values;

    /// <summary>
    /// The scale of the codes of a table, always from worst to best: the numbers themselves where they start at 0 or above and are not
    /// reversed. Negative codes of a table mean that there is no value, so a scale that starts below 0 is moved up to it.
    /// </summary>
    [JsonIgnore]
    public Statistics.Scale Codes => new(Math.Max(0, Lowest), Math.Max(0, Lowest) + Points - 1);

    /// <summary>A scale with words for every point, or without any where none was written.</summary>
    public static RatingScale Of(IReadOnlyList<QuestionOption> points) => new(1, points.Count)
    {
        Labels = points.All(p => p.Label == LocalText.Empty) ? [] : [.. points.Select(p => p.Label)],
    };

    public bool Has(double value) => value >= Lowest && value <= Highest;

    /// <summary>The code under which tables of answers hold a point.</summary>
    /// <param name="value">One of <see cref="Values"/>.</param>
    public int Code(int value) => Math.Max(0, Lowest) + (Reversed ? Highest - value : value - Lowest);

    /// <summary>The point that stands in tables of answers under a code of <see cref="Codes"/>.</summary>
    public int Value(int code)
    {
        int place = code - Math.Max(0, Lowest);
        return Reversed ? Highest - place : Lowest + place;
    }

    /// <summary>0 for the worst point to 100 for the best, evenly: 100·(r − min)/(max − min), turned round when reversed.</summary>
    /// <param name="value">One of <see cref="Values"/>; anything else throws <see cref="ArgumentOutOfRangeException"/>.</param>
    public double Score(int value) => Codes.Score(Code(value));

    /// <summary>Words of a point; empty where it has none.</summary>
    public LocalText LabelOf(int value)
    {
        if (HasEveryLabel) return Has(value) ? Labels[value - Lowest] : LocalText.Empty;
        if (Labels.Count == 0) return LocalText.Empty;
        return value == Lowest ? Labels[0] : value == Highest ? Labels[^1] : LocalText.Empty;
    }

    /// <summary>
    /// The point whose words these are in any language, whatever their case, or the number beside words that do not contradict it; null
    /// when there is none.
    /// </summary>
    public int? Labelled(string words)
    {
        if (Worded(words) is { } point) return point;
        if (LabelText.Numbered(words) is not var (number, label)) return null;
        int? meant = Worded(label);
        // Words that are another point's, or none of the scale's, are somebody else's scale.
        return Has(number) && (meant == number || (meant is null && LabelOf(number) == LocalText.Empty)) ? number : null;
    }

    private int? Worded(string words) => Values.Where(value => LabelOf(value).Reads(words)).Select(value => (int?)value).FirstOrDefault();

    /// <summary>The point with exactly this code; null when there is none.</summary>
    public int? Find(string code) => Values.Where(value => CodeOf(value) == code).Select(value => (int?)value).FirstOrDefault();

    /// <summary>Answers mean the same on both scales, whatever the words: they may be compared and averaged as they are.</summary>
    public bool SamePoints(RatingScale other) => (Lowest, Points, Reversed) == (other.Lowest, other.Points, other.Reversed);

    /// <summary>How a point is written in pages and files.</summary>
    public static string CodeOf(int value) => value.ToString(CultureInfo.InvariantCulture);

    public IEnumerable<RuleViolationException> Faults()
    {
        const string scale = nameof(Question.Scale);
        if (Points is < FewestPoints or > MostPoints)
            yield return new RuleViolationException("question.scale-points",
                "A rating has {0} to {1} points.", scale, FewestPoints, MostPoints);
        if (Lowest is < LowestFrom or > LowestTo)
            yield return new RuleViolationException("question.scale-lowest",
                "The lowest point lies between {0} and {1}.", scale, LowestFrom, LowestTo);
        if (Labels.Count != 0 && Labels.Count != 2 && Labels.Count != Points)
            yield return new RuleViolationException("question.scale-words",
                "Write words for each of the {0} points, or for the two ends only.", scale, Points);
    }

    public bool Equals(RatingScale? other) => other is not null && SamePoints(other) && Labels.SequenceEqual(other.Labels);

    public override int GetHashCode() => HashCode.Combine(Lowest, Points, Reversed, Labels.Count);
}
