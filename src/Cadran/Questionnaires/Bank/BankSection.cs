namespace Cadran.Questionnaires;

/// <summary>A section of the bank: what a questionnaire's section starts from.</summary>
public sealed record BankSection(string Code, LocalText Title, IReadOnlyList<BankItem> Items, LocalText? Introduction = null)
{
    public Section Empty() => new() { Code = Code, Title = Title, Introduction = Introduction ?? LocalText.Empty };
}
