using Cadran.Tests.Architecture.Code;
using Cadran.Web.Platform;

namespace Cadran.Tests.Architecture;

/// <summary>Every English text of the interface has its French, and every French text is of one of the interface.</summary>
[Trait("Database", "any")]
public sealed class TranslationsTests
{
    private static readonly Lazy<TextKeys> keys = new(() => new(ValueIndex.Product));
    private static readonly Lazy<(string Name, string Place)[]> fields = new(() => [.. FieldNames.Read(ValueIndex.Product)]);
    private static readonly Lazy<IReadOnlyDictionary<string, string>> respondents = new(() => RespondentTexts.Read(ValueIndex.Product));
    private static readonly IReadOnlyDictionary<string, string> French = FrenchTexts.ByKey;

    [Fact]
    public void EveryTextOfTheInterface_HasItsFrench() =>
        None("texts without French", keys.Value.Places.Where(k => !French.ContainsKey(k.Key)).Select(k => $"{k.Key} ({k.Value})"));

    [Fact]
    public void EveryFieldWithoutALabel_HasItsFrench() =>
        None("fields without French", fields.Value.Where(f => !French.ContainsKey(f.Name)).Select(f => $"{f.Name} ({f.Place})"));

    [Fact]
    public void EveryTextThatIsLookedUp_IsKnown() =>
        None("places look up a text that nobody can follow: write constants, or a reason into ForeignTexts", keys.Value.Unfollowed);

    [Fact]
    public void EveryReasonForAForeignText_IsNeeded() =>
        None("reasons without a text", ForeignTexts.Reasons.Keys.Except(keys.Value.Foreign));

    [Fact]
    public void EveryTranslation_IsOfATextOfTheInterface() =>
        None("translations of nothing", French.Keys.Except(keys.Value.Places.Keys).Except(fields.Value.Select(f => f.Name)));

    [Fact]
    public void TextsOfRespondents_AreThoseOfTheirPages()
    {
        // One looked up by their pages, one of a kind of question, one in its plural, one of the poster; and none of the staff.
        string[] theirs = ["Thank you", "Choose one of the answers shown.", "Tell us how it went", "This survey is closed"];
        Assert.Empty(theirs.Except(respondents.Value.Keys));
        Assert.Contains(respondents.Value.Keys, key => key.StartsWith("Anonymous, about {0} minute. ", StringComparison.Ordinal));
        Assert.DoesNotContain("Audit trail", respondents.Value.Keys);
    }

    [Theory]
    [InlineData("fr")]
    [InlineData("nl")]
    [InlineData("de")]
    public void EveryTextOfRespondents_IsWrittenInEachOfTheirLanguages(string language)
    {
        IReadOnlyDictionary<string, string> written = FrenchTexts.In(language);
        None($"texts of respondents are not written in {language}", respondents.Value
            .Where(k => string.IsNullOrWhiteSpace(written.GetValueOrDefault(k.Key))).Select(k => $"{k.Key} ({k.Value})"));
    }

    [Fact]
    public void EveryLanguageOfRespondents_IsTried() =>
        Assert.Equal(["de", "en", "fr", "nl"], Localization.Respondents.Keys.Order(StringComparer.Ordinal));

    private static void None(string what, IEnumerable<string> found)
    {
        string[] all = [.. found.Distinct().Order(StringComparer.Ordinal)];
        Assert.True(all.Length == 0, $"{all.Length} {what}:\n{string.Join('\n', all)}");
    }
}
