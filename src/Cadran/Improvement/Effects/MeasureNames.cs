using Cadran.Questionnaires;
using Cadran.Storage;
using Microsoft.EntityFrameworkCore;

namespace Cadran.Improvement;

/// <summary>What a measure is called on a decision, a target or an action: the common name, else the question as it was asked.</summary>
public static class MeasureNames
{
    public const string Overall = "overall";

    private static readonly LocalText OverallName =
        new("Overall satisfaction", "Satisfaction globale", "Algemene tevredenheid", "Gesamtzufriedenheit");

    public static LocalText Of(string code, QuestionnaireContent? content = null) =>
        Common(code) ?? content?.Find(code)?.Text ?? new LocalText(code, code);

    /// <summary>Names of measures by the wave that asked them. Questionnaires are only read for what has no common name.</summary>
    public static async Task<IReadOnlyDictionary<(Guid Wave, string Item), LocalText>> AskedAsync(
        CadranDb db, IEnumerable<(Guid Wave, string Item)> asked, CancellationToken ct)
    {
        List<(Guid Wave, string Item)> measures = [.. asked.Distinct()];
        List<Guid> own = [.. measures.Where(m => Common(m.Item) is null).Select(m => m.Wave).Distinct()];
        Dictionary<Guid, QuestionnaireContent> contents = own.Count == 0 ? []
            : await (from w in db.Waves.AsNoTracking()
                     join v in db.QuestionnaireVersions on w.VersionId equals v.Id
                     where own.Contains(w.Id)
                     select new { w.Id, v.Content }).ToDictionaryAsync(w => w.Id, w => w.Content.Unfolded(), ct);
        return measures.ToDictionary(m => m, m => Of(m.Item, contents.GetValueOrDefault(m.Wave)));
    }

    /// <summary>The name of one measure, as that wave asked it.</summary>
    public static async Task<LocalText> AskedAsync(CadranDb db, Guid wave, string item, CancellationToken ct) =>
        (await AskedAsync(db, [(wave, item)], ct))[(wave, item)];

    private static LocalText? Common(string code) =>
        code == Overall ? OverallName
        : Enum.TryParse(code, ignoreCase: true, out Driver driver) && driver != Driver.None
            && driver.ToString().Equals(code, StringComparison.OrdinalIgnoreCase) ? MeasureBank.Current.NameOf(driver)
        : null;
}
