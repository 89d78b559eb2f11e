using System.Text.RegularExpressions;
using Cadran.Questionnaires;

namespace Cadran.Tests.Architecture;

/// <summary>
/// French words that say something else than the English: each was once in the interface and misled somebody. What respondents read has a
/// glossary of its own, docs/glossary.md.
/// </summary>
public sealed class FrenchGlossaryTests
{
    private static readonly (string Wrong, string Says, string Instead)[] Refused =
    [
        (@"\breten(u|ue|us|ues|ir|ons)\b", "kept or selected, not withheld", "masqué, non montré"),
        // An action that was abandoned is taken up again: that is the word for it.
        (@"(?<!action abandonnée peut être )\brepr(is|ise|ises|endre|enez)\b(?! cette action)", "resumed, not taken back",
            "annuler l’importation, retirer"),
        (@"(?<!\b(vos|votre|sa|son|ses|leur|leurs|mon|ma) )\bpropres?\b(?! à )", "clean, not one’s own", "de votre service"),
        (@"\b[Uu]tilisée?s? par$", "used by whom, not through what", "canal utilisé"),
        (@"^Qu’est ", "no French question", "Que contient"),
        (@"^(Aucune?|Rien)\b.*\bencore\.?$", "none again", "Pas encore de"),
        (@"\bnon mesurée?\b", "agrees with one noun only", "pas de mesure"),
        (@"\bpremière page\b", "of a book", "page d’accueil"),
        (@"^Une? \w+ demande un", "asks, does not need", "Pour une vague, il faut"),
        (@"\{\d:d\}", "2022-01-01 in a sentence", "{0} with the long date"),
    ];

    public static TheoryData<string, string, string> Words
    {
        get
        {
            var words = new TheoryData<string, string, string>();
            foreach (var (wrong, says, instead) in Refused) words.Add(wrong, says, instead);
            return words;
        }
    }

    [Theory, MemberData(nameof(Words))]
    public void WordThatSaysSomethingElse_IsNotSaid(string wrong, string says, string instead) => Assert.Empty(
        FrenchTexts.ByKey.Where(t => t.Value.Split('|').Any(form => Regex.IsMatch(form, wrong, RegexOptions.IgnoreCase)))
            .Select(t => $"“{t.Value}” says: {says}. Write: {instead}."));

    [Theory]
    [InlineData("Un groupe de moins de 5 personnes est retenu", true)]
    [InlineData("Reprendre le fichier", true)]
    [InlineData("ont été reprises", true)]
    [InlineData("Questions propres", true)]
    [InlineData("Utilisé par", true)]
    [InlineData("Qu’est chaque colonne ?", true)]
    [InlineData("Aucune décision encore", true)]
    [InlineData("non mesuré", true)]
    [InlineData("Aller à la première page", true)]
    [InlineData("Une vague demande un questionnaire publié.", true)]
    [InlineData("fermée le {0:d}", true)]
    [InlineData("Vous ne pouvez pas désactiver votre propre compte.", false)]
    [InlineData("Plus de 20 % sont propres à votre service", false)]
    [InlineData("Pas encore de décision", false)]
    public void Refusals_FindWhatTheyAreFor_AndNothingElse(string text, bool refused) =>
        Assert.Equal(refused, Refused.Any(r => Regex.IsMatch(text, r.Wrong, RegexOptions.IgnoreCase)));

    /// <summary>A participle that agrees with whoever answers supposes a man.</summary>
    [Fact]
    public void CommonMeasures_SupposeNoMan()
    {
        const string Participle = "(reçu|traité|aidé|servi|tenu|informé|écouté|accueilli|dirigé|orienté|renvoyé|satisfait)";
        var supposes = new Regex($@"\b(in)?satisfait\b(?!\(e\))|\b(on|qui|personne ne) m’(a|ont|avait) (\w+ )?{Participle}\b"
            + $@"|\b(j’ai été|avez-vous été|vous avez été|être|suis|êtes) {Participle}\b", RegexOptions.IgnoreCase);
        MeasureBank bank = MeasureBank.Current;
        string[] read =
        [
            .. bank.Items.SelectMany(i => i.Wordings.Values.Prepend(i.Text).Concat(i.Options.Select(o => o.Label))).Select(t => t.Fr),
            .. bank.Scales.Values.SelectMany(words => words).Select(t => t.Fr),
        ];
        Assert.DoesNotContain(read, text => supposes.IsMatch(text));
        Assert.Matches(supposes, "On m’a traité avec courtoisie");
        Assert.Matches(supposes, "Tout compte fait, êtes-vous satisfait du service");
    }
}
