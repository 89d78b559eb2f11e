using System.Text.Json.Serialization;

namespace Cadran.Questionnaires;

/// <summary>A whole questionnaire: sections in order. Immutable; a published version never changes.</summary>
public sealed record QuestionnaireContent
{
    public LocalText Title { get; init; } = LocalText.Empty;
    public LocalText Welcome { get; init; } = LocalText.Empty;
    public LocalText Thanks { get; init; } = LocalText.Empty;
    public IReadOnlyList<Section> Sections { get; init; } = [];

    /// <summary>Languages respondents can choose; every text must be written in each before publication.</summary>
    public IReadOnlyList<string> Languages { get; init; } = ["en", "fr"];

    /// <summary>Wording chosen for items of the bank: online, phone, person, post, or empty for any.</summary>
    public string Channel { get; init; } = "";

    [JsonIgnore]
    public IEnumerable<Question> Questions => Sections.SelectMany(section => section.Questions);

    /// <summary>The item analysis explains: the first rating whose role is overall; null when nobody asks it.</summary>
    [JsonIgnore]
    public Question? Overall => Questions.FirstOrDefault(q => q is { Role: ItemRole.Overall, Scale: not null });

    /// <summary>What analysis explains it with, the five drivers first.</summary>
    [JsonIgnore]
    public IReadOnlyList<DriverScale> Drivers => DriverScale.Of(this);

    /// <summary>The language in which a reader of that one is shown the questionnaire: the same where it is switched on.</summary>
    public string ShownIn(string language) => Languages.Contains(language) ? language : Languages is [var first, ..] ? first : "en";

    public Question? Find(string code) => Questions.FirstOrDefault(question => question.Code == code);
}
