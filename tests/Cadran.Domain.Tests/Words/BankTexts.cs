using Cadran.Questionnaires;

namespace Cadran.Domain.Tests.Words;

/// <summary>Every text of the measure bank with the place where it stands.</summary>
internal static class BankTexts
{
    private static MeasureBank Bank => MeasureBank.Current;

    public static IEnumerable<(string Where, LocalText Text)> All()
    {
        yield return ("welcome", Bank.Welcome);
        yield return ("thanks", Bank.Thanks);
        foreach (BankDriver driver in Bank.Drivers) yield return (driver.Driver.ToString(), driver.Name);
        foreach (var (name, labels) in Bank.Scales)
            foreach (LocalText label in labels) yield return (name, label);
        foreach (BankSection section in Bank.Sections)
        {
            yield return (section.Code, section.Title);
            if (section.Introduction is { } introduction) yield return (section.Code, introduction);
        }
        foreach ((string Where, LocalText Text) text in Bank.Items.SelectMany(Of)) yield return text;
    }

    private static IEnumerable<(string Where, LocalText Text)> Of(BankItem item)
    {
        yield return (item.Code, item.Text);
        yield return (item.Code, item.Name);
        if (item.Hint is { } hint) yield return (item.Code, hint);
        foreach (var (channel, wording) in item.Wordings) yield return ($"{item.Code}, {channel}", wording);
        foreach (QuestionOption option in item.Options) yield return ($"{item.Code}/{option.Code}", option.Label);
    }
}
