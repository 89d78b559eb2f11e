using System.Globalization;
using Cadran.Csv;
using Cadran.Web.Platform;
using Cadran.Web.Words;
using Microsoft.Extensions.Localization;

namespace Cadran.Web.Pages.Improvement;

/// <summary>The register as one file: actions, decisions and targets, each row saying which it is.</summary>
internal static class RegisterCsv
{
    public static byte[] Write(IReadOnlyList<ImprovementIndexModel.ActionRow> actions,
        IReadOnlyList<ImprovementIndexModel.DecisionRow> decisions, IReadOnlyList<ImprovementIndexModel.TargetRow> targets,
        IStringLocalizer<Text> text) => CsvWriter.Write(csv =>
    {
        string language = Localization.Language;
        csv.Row(
        [
            .. new[]
            {
                text["Kind"], text["Title"], text["Service"], text["Organisation"], text["Who"], text["Date"], text["Due"], text["State"],
                text["Late"], text["Points"], text["Baseline"], text["Target"], text["Expected at the wave"], text["Comes from"],
            }.Select(heading => heading.Value),
        ]);
        foreach (var a in actions)
            csv.Row([text["Action"].Value, a.Title.In(language), a.Service.In(language), a.Organisation.In(language),
                a.HasAccount || a.Owner.Length == 0 ? a.Owner : text["{0} (no account)", a.Owner].Value, null,
                Day(a.DueOn), text[StateTags.Word(a.State)].Value,
                a.Overdue ? 1 : 0, a.ExpectedPoints, null, null, null, text[SourceWords.Word(a.Source)].Value]);
        foreach (var d in decisions)
            csv.Row([text["Decision"].Value, d.Title.In(language), d.Service.In(language), d.Organisation.In(language), d.Body.In(language),
                Day(d.On), null, d.Withdrawn ? text["withdrawn"].Value : null, null, null, null, null, null, null]);
        foreach (var t in targets)
            csv.Row([text["Target"].Value, t.Measure.In(language), t.Service.In(language), t.Organisation.In(language), null, null,
                Day(t.DueOn), text[t.Standing.Progress is { } at ? StateTags.Word(at.Status) : "not measured since"].Value, null,
                t.Value - t.Baseline, t.Baseline, t.Value, t.Standing.Progress?.Expected, null]);
    });

    private static string Day(DateOnly day) => day.ToString("O", CultureInfo.InvariantCulture);
}
