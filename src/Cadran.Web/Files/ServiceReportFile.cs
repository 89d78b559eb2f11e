using System.Globalization;
using Cadran.Csv;
using Cadran.Improvement;
using Cadran.Reporting;
using Cadran.Web.Platform;
using Cadran.Web.Words;
using Microsoft.Extensions.Localization;

namespace Cadran.Web.Files;

/// <summary>The service report as a file: the same page in one HTML file that needs nothing else, or its figures as CSV.</summary>
public sealed class ServiceReportFile(StandaloneHtml html, IStringLocalizer<Text> text)
{
    public static readonly IReadOnlyList<string> Formats = ["html", "csv"];

    /// <summary>Runs with the culture of that language for the duration of the call.</summary>
    public async Task<string> WriteAsync(ServiceOverview story, string format, string language)
    {
        (CultureInfo culture, CultureInfo ui) = (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture);
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = Localization.Cultures[language];
            return format == "csv" ? Csv(story, language)
                : await html.OfAsync("/Pages/Shared/Service/_Report.cshtml", story, story.Service.Name.In(language), language);
        }
        finally { (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = (culture, ui); }
    }

    public static string FileName(ServiceOverview story, string format, string language) =>
        $"{story.Service.Code}-{story.On:yyyy-MM-dd}-{language}.{format}";

    private string Csv(ServiceOverview story, string language)
    {
        using var written = new StringWriter(CultureInfo.InvariantCulture);
        var csv = new CsvWriter(written);
        void Row(string section, string name, string measure, double? value, double? low = null, double? high = null, int? n = null,
            string note = "") =>
            csv.Row(section, name, measure, Shown(value), Shown(low), Shown(high), n, note);
        csv.Row(text["Section"].Value, text["Name"].Value, text["Measure"].Value, text["Value"].Value, text["lower limit"].Value,
            text["upper limit"].Value, text["Answers"].Value, text["Note"].Value);
        foreach (WavePoint point in story.Waves)
            if (point.Score is { IsShown: true } score) Row(text["Wave"], point.Wave.Name, text["Score"], score.Score.Estimate,
                score.Score.Low, score.Score.High, score.Respondents,
                point.Wave.ClosesOn.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
            else Row(text["Wave"], point.Wave.Name, text["Score"], null, note: text["too few answers"]);
        foreach (DecisionEvidence driver in story.Drivers)
        {
            Row(text["Driver"], driver.Label.In(language), text["Importance"], driver.ImportanceShare, driver.ImportanceLow,
                driver.ImportanceHigh, driver.Respondents, text[StateTags.Word(driver.Quadrant)]
                + (driver.Firm ? "" : " " + text["(not firm)"]));
            Row(text["Driver"], driver.Label.In(language), text["Score"], driver.Score, driver.ScoreLow, driver.ScoreHigh,
                driver.ScoreRespondents);
        }
        if (story.Decision is { } decision) Row(text["Decision"], decision.Title.In(language), "", null,
            note: Noted(decision.DecidedOn.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), story.Standings.Of(decision)));
        if (story.Target is { } target)
        {
            // A question of one's own is known by its words to readers, by its code to whoever joins files.
            string about = story.TargetName.In(language);
            if (MeasureNames.Of(target.Item).En == target.Item && about != target.Item) about = $"{about} ({target.Item})";
            Row(text["Target"], about, text["Score"], target.Value,
                note: Noted(target.DueOn.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), story.Standings.Of(target)));
            Row(text["Target"], about, text["Change"], target.Points, note: TargetReadings.Own(text, target));
        }
        foreach (ImprovementAction action in story.Actions)
            Row(text["Action"], action.Title.In(language), text["Change"], action.Verdict?.Change, action.Verdict?.Low,
                action.Verdict?.High, note: Noted(text[StateTags.Word(action.State)], story.Standings.Of(action)));
        return "\uFEFF" + written;
    }

    private string Noted(string note, EvidenceStanding standing) =>
        EvidenceWords.Word(standing.State) is { } word ? $"{note}; {text[word]}" : note;

    private static double? Shown(double? value) => value is { } number && double.IsFinite(number) ? number : null;
}
