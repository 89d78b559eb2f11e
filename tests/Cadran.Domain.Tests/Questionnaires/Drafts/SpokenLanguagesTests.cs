using Cadran.Questionnaires;

namespace Cadran.Domain.Tests.Questionnaires;

/// <summary>Switching a language on fills in what the bank says in it, and nothing else.</summary>
public sealed class SpokenLanguagesTests
{
    private static readonly LocalText Title = new("Your experience", "Votre expérience", "Uw ervaring", "");

    // As drafts were before languages kept their words: only English and French.
    private static QuestionnaireContent Bare()
    {
        QuestionnaireContent core = MeasureBank.Current.CoreQuestionnaire(Title);
        return core with
        {
            Welcome = Two(core.Welcome),
            Thanks = Two(core.Thanks),
            Sections = [.. core.Sections.Select(s => s with
            {
                Title = Two(s.Title),
                Introduction = Two(s.Introduction),
                Questions = [.. s.Questions.Select(q => q with
                {
                    Text = Two(q.Text),
                    Hint = Two(q.Hint),
                    Options = [.. q.Options.Select(o => o with { Label = Two(o.Label) })],
                    Scale = q.Scale is { } scale ? scale with { Labels = [.. scale.Labels.Select(Two)] } : null,
                })],
            })],
        };

        static LocalText Two(LocalText text) => new(text.En, text.Fr);
    }

    [Fact]
    public void WordsOfTheBank_AreFilledIn()
    {
        QuestionnaireContent spoken = Bare().Speak(["en", "fr", "nl"]);
        Assert.Equal(["en", "fr", "nl"], spoken.Languages);
        Assert.DoesNotContain(QualityControl.Of(spoken).Findings, f => f.Blocks);
    }

    [Fact]
    public void WordsOfOnesOwn_AreNotTranslatedByTheBank()
    {
        QuestionnaireContent draft = Bare() with { Welcome = new("Hello!", "Bonjour !") };
        Assert.Equal(new LocalText("Hello!", "Bonjour !"), draft.Speak(["en", "fr", "de"]).Welcome);
    }

    [Fact]
    public void LanguagesThatWereOn_KeepTheirOrder()
    {
        QuestionnaireContent draft = Bare() with { Languages = ["nl", "fr"] };
        Assert.Equal(["nl", "fr", "en", "de"], draft.Speak(["de", "en", "fr", "nl"]).Languages);
        Assert.Equal(["fr"], draft.Speak(["fr"]).Languages);
    }

    [Theory]
    [InlineData("Très satisfait", true)]
    [InlineData("très satisfait(e)", true)]
    [InlineData("Très satisfait·e", true)]
    [InlineData("Très insatisfait", false)]
    public void WordsForMenOrForBoth_AreTheSameAnswer(string written, bool same) =>
        Assert.Equal(same, MeasureBank.Current.ScaleOf("satisfaction").Labels[^1].Reads(written));
}
