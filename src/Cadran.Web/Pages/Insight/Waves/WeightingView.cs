using System.Globalization;
using Cadran.Catalogue;
using Cadran.Collection;
using Cadran.Insight;
using Cadran.Questionnaires;
using Cadran.Web.Platform;
using Cadran.Web.Words;

namespace Cadran.Web.Pages.Insight;

/// <summary>The weights of a wave: what they could be made of, the versions there are, and what was chosen.</summary>
/// <param name="Divisions">What the answers can be weighted by, those that cannot be used included.</param>
/// <param name="NotMet">Whether the totals of the version in use cannot be met by the answers there are now.</param>
public sealed record WeightingView(Wave Wave, Service Service, QuestionnaireContent Content, bool IsOpen,
    IReadOnlyList<WeightingDivision> Divisions, IReadOnlyList<Weighting> Versions, IReadOnlyList<WeightingChoice> Choices, bool NotMet)
{
    /// <summary>What stands; null when nothing was ever chosen.</summary>
    public WeightingChoice? Last => Choices.Count == 0 ? null : Choices[^1];

    public Guid? Used => Last?.WeightingId;

    public WeightingDivision? Division(string? by) => Divisions.FirstOrDefault(d => d.By == by);

    /// <summary>What a version is called: its number.</summary>
    public int? NumberOf(Guid? version) => Versions.FirstOrDefault(v => v.Id == version)?.Number;

    /// <summary>Divisions that a version meets, in words.</summary>
    public string Margins(Weighting version, NumberText words) =>
        string.Join(", ", version.Margins.Select(m => words.By(m.By, Content)));

    /// <summary>People who answered in a category and their share of those who said it, in words.</summary>
    public static string Answers(WeightingDivision division, PeopleCount category, NumberText words)
    {
        int all = division.Categories.Sum(c => c.People ?? 0);
        return words.T.Plural("{0} answer, {1}|{0} answers, {1}", category.People ?? 0, words.Share((category.People ?? 0) / (double)all));
    }

    /// <summary>What the categories of a margin are taken to be, per cent of the people served.</summary>
    public IEnumerable<(string Category, string Population, string Share)> Shares(WeightingMargin margin, NumberText words)
    {
        double all = margin.Totals.Sum(t => t.Population);
        return margin.Totals.Select(t => (words.Group(margin.By, t.Category, Content),
            t.Population.ToString("#,0.##", CultureInfo.CurrentCulture), words.Share(t.Population / all)));
    }
}
