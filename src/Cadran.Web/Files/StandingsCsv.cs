using System.Globalization;
using Cadran.Csv;
using Cadran.Reporting;
using Cadran.Web.Platform;
using Cadran.Web.Words;
using Microsoft.Extensions.Localization;

namespace Cadran.Web.Files;

/// <summary>Where services stand as a file, in the order and the language of the reader's list.</summary>
public static class StandingsCsv
{
    public static byte[] Write(IEnumerable<ServiceStanding> services, IStringLocalizer<Text> text) => CsvWriter.Write(csv =>
    {
        csv.Row(
        [
            .. new[]
            {
                text["Number"], text["Service"], text["Organisation"], text["Waves"], text["Last wave"], text["Last day"],
                text["Age, months"], text["Score"], text["lower limit"], text["upper limit"], text["Answers"], text["Change, points"],
                text["Change, lower limit"], text["Change, upper limit"], text["What it means"], text["First priority"],
                text["Target about"], text["Target"], text["Due"], text["Status"], text["Expected at the wave"], text["Expected today"],
                text["Standards met"], text["Standards that can be assessed"], text["Fiscal year"], text["Actions to deliver"],
                text["Actions late"], text["Effects to verify"], text["Why it needs attention"],
            }.Select(heading => heading.Value),
        ]);
        foreach (ServiceStanding service in services) csv.Row(Cells(service, text));
    });

    private static object?[] Cells(ServiceStanding s, IStringLocalizer<Text> text)
    {
        string language = Localization.Language;
        var score = s.Score is { IsShown: true } shown ? shown : null;
        var change = s.Change is { Difference.IsShown: true } known ? known.Difference : null;
        return
        [
            s.Code, s.Name.In(language), s.Organisation.In(language), s.Waves, s.Last?.Name, Day(s.Last?.EndsOn), s.Age?.Months,
            Finite(score?.Score.Estimate), Finite(score?.Score.Low), Finite(score?.Score.High), score?.Respondents,
            Finite(change?.Estimate), Finite(change?.Low), Finite(change?.High), change is null ? null : text.Change(s.Verdict),
            s.Priority is { } first ? first.Name.In(language) + (first.Firm ? "" : " " + text["(not firm)"].Value) : null,
            s.Target?.Name.In(language), Finite(s.Target?.Target.Value), Day(s.Target?.Target.DueOn),
            s.Target is { } target ? text.TargetWord(target) : null, Finite(s.Target?.Progress?.Expected),
            Finite(s.Target?.Target.ExpectedOn(s.On)), s.Standards?.Counts.Met, s.Standards?.Counts.Assessable, s.Standards?.FiscalYear,
            s.Actions.Going, s.Actions.Late, s.Actions.ToVerify, text.Why(s),
        ];
    }

    private static string? Day(DateOnly? day) => day?.ToString("O", CultureInfo.InvariantCulture);

    private static double? Finite(double? value) => value is { } number && double.IsFinite(number) ? number : null;
}
