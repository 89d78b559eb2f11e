namespace Cadran.Questionnaires;

/// <summary>How likely people are to recommend something, 0 to 10: nine and ten promote, six and below detract (Reichheld 2003).</summary>
public sealed class RecommendKind : ScaleKind
{
    /// <summary>Lowest point of those who promote, highest of those who detract.</summary>
    public const int Promoter = 9, Detractor = 6;

    public override string Code => "Recommend";
    public override string Name => "Recommendation, 0 to 10";
    public override double Seconds => 4;

    public override RatingScale ScaleOf(RatingScale written) =>
        new(0, 11) { Labels = written.Labels.Count is 2 or 11 ? written.Labels : Ends };

    private static readonly LocalText[] Ends =
    [
        new("Not at all likely", "Pas du tout probable", "Helemaal niet waarschijnlijk", "Überhaupt nicht wahrscheinlich"),
        new("Extremely likely", "Extrêmement probable", "Zeer waarschijnlijk", "Äußerst wahrscheinlich"),
    ];
}
