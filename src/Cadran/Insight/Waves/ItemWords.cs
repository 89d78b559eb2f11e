using Cadran.Questionnaires;

namespace Cadran.Insight;

/// <summary>An item's figures beside the words it was asked in and the scale it was rated on.</summary>
public sealed record ItemWords(LocalText Text, ItemResult Figures, RatingScale Scale)
{
    public string Code => Figures.Code;
}
