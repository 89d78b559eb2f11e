using System.Globalization;
using Cadran.Csv;
using Cadran.Standards;
using Cadran.Web.Platform;
using Cadran.Web.Words;
using Microsoft.Extensions.Localization;

namespace Cadran.Web.Files;

/// <summary>Standards with their figures and their outcome under every rule of comparison, in the reader's language.</summary>
public static class StandardsCsv
{
    public static byte[] Write(IEnumerable<StandardLine> lines, IReadOnlyDictionary<Guid, LocalText> organisations,
        IStringLocalizer<Text> text) => CsvWriter.Write(csv =>
    {
        csv.Row(
        [
            text["Organisation"].Value, text["Number"].Value, text["Service"].Value, text["Standard number"].Value, text["Standard"].Value,
            text["Type"].Value, text["Channel"].Value, text["Target"].Value, text["Within the standard"].Value, text["Cases"].Value,
            text["Performance"].Value, text["Lowest plausible rate"].Value, text["Highest plausible rate"].Value,
            text["Probability that the true rate reaches the target"].Value, text["Reported by"].Value,
            text["Met: {0}", text["Official rule at the time"].Value].Value,
            .. OfficialRule.All.Select(r => text["Met: {0}", StandardWords.Rule(r.Rule, text)].Value),
            text["Why it cannot be assessed"].Value,
        ]);
        foreach (StandardLine line in lines) csv.Row(Cells(line, organisations, text));
    });

    private static object?[] Cells(StandardLine line, IReadOnlyDictionary<Guid, LocalText> organisations, IStringLocalizer<Text> text)
    {
        string language = Localization.Language;
        AssessedStandard standard = line.Standard;
        StandardFigures figures = standard.Figures;
        return
        [
            organisations[standard.OrganisationId].In(language),
            line.ServiceCode, line.ServiceName.In(language), line.Code, line.Text.In(language),
            standard.Type, line.Channel, figures.Target?.Share, figures.Meeting, figures.Total,
            line.Assessment.Performance, line.Confidence?.Lower, line.Confidence?.Upper,
            line.Confidence?.ProbabilityTargetMet,
            standard.ReportedOn.ToString("O", CultureInfo.InvariantCulture), OutcomeCode.Of(line.Assessment.Under()),
            .. OfficialRule.All.Select(r => OutcomeCode.Of(line.Assessment.Under(r.Rule))),
            line.Assessment.Reason is { } reason ? StandardWords.Of(reason, text) : null,
        ];
    }
}
