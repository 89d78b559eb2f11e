using System.Text.RegularExpressions;

namespace Cadran.Domain.Tests.Words;

/// <summary>
/// Dutch and German as respondents read them: complete, in the form of the English, with the signs of the language, and not the English
/// itself.
/// </summary>
public sealed partial class TranslatedTextsTests
{
    private const string SameWord = "the language has the same word";

    // Texts that are right as they are in English; each has its reason, and one that is not needed fails.
    private static readonly Dictionary<(string Language, string Text), string> LikeEnglish = new()
    {
        [("nl", "E-mail")] = SameWord,
        [("nl", "Gender")] = SameWord,
        [("nl", "Man")] = SameWord,
        [("nl", "Online")] = SameWord,
        [("nl", "Post")] = SameWord,
        [("nl", "{0}: {1}")] = "no words",
        [("nl", "Website")] = SameWord,
        [("de", "E-Mail")] = SameWord,
        [("de", "Online")] = SameWord,
        [("de", "Post")] = SameWord,
        [("de", "{0}: {1}")] = "no words",
        [("de", "Region")] = SameWord,
        [("de", "Website")] = SameWord,
    };

    public static TheoryData<string> Languages => ["nl", "de"];

    [Fact]
    public void DutchAndGerman_HaveTheSameTexts_EachOfThemOnce_AndAllInFrench()
    {
        string[] dutch = [.. ResourceTexts.In("nl").Select(t => t.English)], german = [.. ResourceTexts.In("de").Select(t => t.English)];
        Assert.Equal(dutch, german);
        Assert.Distinct(dutch);
        Assert.Empty(dutch.Except(ResourceTexts.In("fr").Select(t => t.English)));
    }

    [Theory, MemberData(nameof(Languages))]
    public void Texts_KeepPlaceholdersAndPluralForms(string language) =>
        Assert.All(RespondentWords.In(language), t =>
        {
            Assert.Equal(Placeholders(t.English), Placeholders(t.Text));
            Assert.Equal(t.English.Count(c => c == '|'), t.Text.Count(c => c == '|'));
        });

    [Theory, MemberData(nameof(Languages))]
    public void Texts_AreNotTheEnglishLeftStanding(string language)
    {
        string[] same =
        [
            .. RespondentWords.In(language).Where(t => string.Equals(t.English, t.Text, StringComparison.OrdinalIgnoreCase))
                .Select(t => t.Text).Distinct(),
        ];
        Assert.Equal(LikeEnglish.Keys.Where(k => k.Language == language).Select(k => k.Text).Order(), same.Order());
    }

    [Theory, MemberData(nameof(Languages))]
    public void Texts_EndAndBeginAsTheEnglishDoes(string language) => Assert.Empty(
        from t in RespondentWords.In(language)
        where Closing(t.English) != Closing(t.Text) || char.IsUpper(t.English[0]) != char.IsUpper(t.Text[0])
        select $"{t.Where}: {t.English} → {t.Text}");

    [Theory]
    [InlineData("nl", @"['""“”«»„]|\s[?!:;.,]|\s{2}|\s$|[\u00A0\u202F]")]
    [InlineData("de", @"['""‘”’«»]|\s[?!:;.,]|\s{2}|\s$|[\u00A0\u202F]|„[^“]*$")]
    public void Texts_HaveTheSignsOfTheLanguage(string language, string wrong) =>
        Assert.All(RespondentWords.In(language), t => Assert.DoesNotMatch(wrong, t.Text));

    private static string Closing(string text) => text[^1] is '.' or '?' or '!' or ':' or ')' ? text[^1..] : "";

    private static IEnumerable<string> Placeholders(string text) => Placeholder().Matches(text).Select(m => m.Value).Order();

    [GeneratedRegex(@"\{\d+[^}]*\}")]
    private static partial Regex Placeholder();
}
