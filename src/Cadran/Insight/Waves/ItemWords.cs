namespace Cadran.Insight;

/// <summary>An item's figures beside the words it was asked in.</summary>
public sealed record ItemWords(LocalText Text, ItemResult Figures)
{
    public string Code => Figures.Code;
}
