namespace Cadran.Csv;

/// <summary>
/// What survey tools write beside the answers: a column that says whether a row is a preview, and one that says whether somebody finished.
/// Only a file that has the tool's other columns too is taken for its own: “Status” alone may be what the survey is about.
/// </summary>
internal static class SurveyTool
{
    private const int SignsNeeded = 2;

    private static readonly HashSet<string> Signs = new(StringComparer.Ordinal)
    {
        "responseid", "respondentid", "recordid", "startdate", "enddate", "recordeddate", "datesubmitted", "submitdate", "timestarted",
        "timesubmitted", "durationinseconds", "progress", "finished", "lastpage", "startlanguage", "seed", "collectorid", "ipaddress",
        "userlanguage", "distributionchannel", "sessionid", "datestamp", "starttime", "endtime", "completiontime", "submissionid",
    };

    private static readonly HashSet<string> StatusNames = new(StringComparer.Ordinal)
    {
        "status", "responsestatus", "surveystatus", "responsetype", "completionstatus", "distributionchannel",
    };

    private static readonly HashSet<string> FinishedNames = new(StringComparer.Ordinal)
    {
        "finished", "completed", "iscomplete", "complete", "issubmitted", "submitted",
    };

    private static readonly HashSet<string> PreviewWords = new(StringComparer.OrdinalIgnoreCase)
    {
        "survey preview", "survey test", "survey preview spam", "preview", "test", "test data", "test response",
    };

    /// <summary>The same as numbers, as one tool writes them on request: preview, test, preview taken for spam.</summary>
    private static readonly HashSet<string> PreviewNumbers = new(StringComparer.Ordinal) { "1", "2", "9" };

    private static readonly HashSet<string> UnfinishedWords = new(StringComparer.OrdinalIgnoreCase)
    {
        "partial", "incomplete", "in progress", "abandoned", "unfinished", "partially completed",
    };

    private static readonly HashSet<string> No = new(StringComparer.OrdinalIgnoreCase) { "false", "0", "no", "n", "non", "faux" };

    private static readonly HashSet<string> YesOrNo = new(No.Concat(["true", "1", "yes", "y", "oui", "vrai", ""]),
        StringComparer.OrdinalIgnoreCase);

    private static readonly HashSet<string> Blank = new(StringComparer.Ordinal) { "" };

    public static RowRules Rules(IReadOnlyList<string> names, IReadOnlyList<string[]> rows)
    {
        string[] keys = [.. names.Select(Key)];
        if (keys.Count(Signs.Contains) < SignsNeeded) return new();
        var previews = new List<(int, IReadOnlySet<string>)>();
        var unfinished = new List<(int, IReadOnlySet<string>)>();
        bool progress = keys.Contains("progress") || keys.Contains("finished");
        for (int i = 0; i < keys.Length; i++)
        {
            int column = i;
            IEnumerable<string> values = rows.Select(r => column < r.Length ? r[column].Trim() : "");
            if (StatusNames.Contains(keys[i]))
            {
                bool numbers = progress && values.All(v => v.Length == 0 || (v.Length <= 2 && v.All(char.IsAsciiDigit)));
                previews.Add((i, numbers && keys[i] == "status" ? PreviewNumbers : PreviewWords));
                unfinished.Add((i, UnfinishedWords));
            }
            else if (FinishedNames.Contains(keys[i]) && values.All(YesOrNo.Contains)) unfinished.Add((i, No));
            // A tool that writes the last page seen leaves the day of sending empty until somebody sends.
            else if (keys[i] is "submitdate" or "datesubmitted" && keys.Contains("lastpage") && values.Any(v => v.Length > 0))
                unfinished.Add((i, Blank));
        }
        return new() { Previews = previews, Unfinished = unfinished };
    }

    private static string Key(string name)
    {
        // "submitdate. Date submitted": the code of a column before its words.
        string code = name.Split(". ", 2)[0];
        return string.Concat(code.Where(char.IsAsciiLetterOrDigit)).ToLowerInvariant();
    }
}
