using Cadran.Catalogue;
using Cadran.Csv;
using Cadran.Standards;
using Cadran.Statistics.Control;
using Cadran.Storage;
using Cadran.Web.Platform;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Cadran.Web.Words;

/// <summary>The words that go with assessed standards, loaded for the ones that are shown or written to a file.</summary>
public static class StandardTexts
{
    public sealed record Line(AssessedStandard Standard, string Code, LocalText Text, string ServiceCode, LocalText ServiceName, string Channel, StandardConfidence? Confidence);

    private sealed record Words(Guid ResultId, string Code, LocalText Text, string ServiceCode, LocalText ServiceName, string Channel);

    public static async Task<IReadOnlyList<Line>> LoadAsync(CadranDb db, IReadOnlyList<AssessedStandard> standards, CancellationToken ct)
    {
        var words = new Dictionary<Guid, Words>();
        foreach (AssessedStandard[] portion in standards.Chunk(1000))
        {
            List<Guid> ids = [.. portion.Select(s => s.ResultId)];
            var loaded = await (from result in db.StandardResults.AsNoTracking()
                                join standard in db.ServiceStandards on result.StandardId equals standard.Id
                                join service in db.Services on standard.ServiceId equals service.Id
                                where ids.Contains(result.Id)
                                select new Words(result.Id, standard.Code, standard.Text, service.Code, service.Name, standard.Channel)).ToListAsync(ct);
            foreach (Words line in loaded) words[line.ResultId] = line;
        }
        return [.. standards.Where(s => words.ContainsKey(s.ResultId)).Select(s => (Standard: s, Words: words[s.ResultId]))
            .Select(l => new Line(l.Standard, l.Words.Code, l.Words.Text, l.Words.ServiceCode, l.Words.ServiceName, l.Words.Channel, Confidence(l.Standard)))];
    }

    public static StandardConfidence? Confidence(AssessedStandard standard) =>
        standard is { Meeting: { } meeting, Total: { } total } ? StandardConfidence.Of(meeting, total, QualityCheck.Target(standard.Target)) : null;

    public static void Write(CsvWriter csv, IEnumerable<Line> lines, IReadOnlyDictionary<Guid, LocalText> organisations, IStringLocalizer<Text> text)
    {
        csv.Row(text["Organisation"].Value, text["Number"].Value, text["Service"].Value, text["Standard number"].Value, text["Standard"].Value, text["Type"].Value, text["Channel"].Value, text["Target"].Value,
            text["Within the standard"].Value, text["Cases"].Value, text["Performance"].Value, text["Lowest plausible rate"].Value, text["Highest plausible rate"].Value, text["Probability that the true rate reaches the target"].Value,
            text["Met (exact fractions)"].Value, text["Met (rounded to four decimals)"].Value);
        string language = Localization.Language;
        foreach (Line line in lines)
            csv.Row(organisations[line.Standard.OrganisationId].In(language), line.ServiceCode, line.ServiceName.In(language), line.Code, line.Text.In(language), line.Standard.Type, line.Channel, line.Standard.Target,
                line.Standard.Meeting, line.Standard.Total, line.Standard.Performance, line.Confidence?.Lower, line.Confidence?.Upper, line.Confidence?.ProbabilityTargetMet,
                QualityCheck.Code(line.Standard.Exact), QualityCheck.Code(line.Standard.Rounded));
    }
}
