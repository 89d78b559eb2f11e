using System.Globalization;
using Cadran.Questionnaires;
using Cadran.Web.Platform;

namespace Cadran.Web.Respondent;

/// <summary>What the views of this folder are rendered from. Everything that differs between two people is an open place instead.</summary>
public sealed record AnswerView(string Language, AnswerWave? Wave, int SectionNumber = 0, Notice Notice = default, bool Preview = false)
{
    /// <summary>Thanks of an early end; null for those of the questionnaire.</summary>
    public LocalText? Ending { get; init; }

    /// <summary>What the address of the thanks says of the end.</summary>
    public string EndingQuery { get; init; } = "";

    /// <summary>Somebody may be asked less than is on the page, or more after it.</summary>
    public bool HasRules => Wave!.Plan.HasRules && !Preview;

    public Section Section => Wave!.Sections[SectionNumber - 1];
    public int Steps => Wave!.Sections.Count;
    public bool HasFiles => Section.Questions.Any(q => q.Kind is FileKind);
    public bool IsLast => SectionNumber == Steps;
    public IEnumerable<string> OtherLanguages =>
        (Wave?.Languages ?? [.. Localization.Respondents.Keys]).Where(language => language != Language);

    /// <summary>A language as its readers call it.</summary>
    public static string NameOf(string language) =>
        CultureInfo.CurrentCulture.TextInfo.ToTitleCase(Localization.Respondents[language].Parent.NativeName);
}
