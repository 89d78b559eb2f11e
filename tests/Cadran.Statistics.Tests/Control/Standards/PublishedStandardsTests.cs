using System.Globalization;
using System.Text;
using Cadran.Statistics.Control;

namespace Cadran.Statistics.Tests.Control;

/// <summary>All 2,343 standards of the Government of Canada for 2023-24, against their published outcome.</summary>
public sealed class PublishedStandardsTests
{
    [Fact]
    public void RoundedToFourDecimals_ReproducesEveryPublishedOutcome()
    {
        var rows = Read();
        var outcomes =
            rows.Select(r => (r.Published, ServiceStandardCheck.Evaluate(r.Meeting, r.Total, r.Target, ComparisonRule.Rounded(4)).Met))
            .ToList();
        Assert.Equal(2343, rows.Count);
        Assert.All(outcomes, o => Assert.Equal(o.Published, Code(o.Met)));
        var yes = outcomes.Count(o => o.Met == TargetMet.Yes);
        var no = outcomes.Count(o => o.Met == TargetMet.No);
        Assert.Equal((1313, 470, 560), (yes, no, rows.Count - yes - no));
        Assert.Equal(73.64, Math.Round(100.0 * yes / (yes + no), 2));
    }

    [Fact]
    public void ExactFractions_FlipSixOutcomes()
    {
        var flips = Read().Where(r =>
            r.Published == "Y" && ServiceStandardCheck.Evaluate(r.Meeting, r.Total, r.Target).Met == TargetMet.No
            || r.Published == "N" && ServiceStandardCheck.Evaluate(r.Meeting, r.Total, r.Target).Met == TargetMet.Yes).ToList();
        (long?, long?)[] expected = [(4195, 5244), (7973, 8859), (8672, 8760), (17258, 19176), (51811, 51813), (64436, 65087)];
        Assert.Equal(expected, flips.Select(r => (r.Meeting, r.Total)).OrderBy(r => r.Item2).Order());
        Assert.All(flips, r => Assert.Equal("Y", r.Published));
    }

    [Fact]
    public void NineRows_ClaimMoreSuccessesThanCases()
    {
        var outcomes = Read().Select(r => ServiceStandardCheck.Evaluate(r.Meeting, r.Total, r.Target, ComparisonRule.Rounded(4))).ToList();
        Assert.Equal(9, outcomes.SelectMany(o => o.Findings).Count(f => f == StandardFinding.MeetingExceedsTotal));
        // Five of the nine are published as met; no other standard of the year is in error.
        Assert.Equal((9, 5), (outcomes.Count(o => o.HasError), outcomes.Count(o => o is { HasError: true, Met: TargetMet.Yes })));
        Assert.Equal((1308, 470, 565), (Assessed(TargetMet.Yes), Assessed(TargetMet.No), Assessed(TargetMet.NotApplicable)));

        int Assessed(TargetMet met) => outcomes.Count(o => o.Assessed == met);
    }

    private static string Code(TargetMet met) => met switch { TargetMet.Yes => "Y", TargetMet.No => "N", _ => "NA" };

    private sealed record Row(decimal? Target, long? Meeting, long? Total, string Published);

    private static List<Row> Read()
    {
        var path = Oracle.SharedPath("services/ss_2024.csv");
        var table = Parse(File.ReadAllText(path, Encoding.UTF8));
        var at = table[0].Select((name, i) => (name, i)).ToDictionary(c => c.name, c => c.i);
        return
        [
            .. from r in table.Skip(1)
               select new Row(
                   Number(r[at["target"]]), Volume(r[at["volume_meeting_target"]]), Volume(r[at["total_volume"]]), r[at["target_met"]]),
        ];
    }

    private static decimal? Number(string text) =>
        decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) ? value : null;

    private static long? Volume(string text) => Number(text) is { } value ? (long)value : null;

    private static List<List<string>> Parse(string text)
    {
        var rows = new List<List<string>>();
        var row = new List<string>();
        var cell = new StringBuilder();
        var quoted = false;
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (quoted && c == '"' && i + 1 < text.Length && text[i + 1] == '"') { cell.Append('"'); i++; }
            else if (c == '"') quoted = !quoted;
            else if (!quoted && c == ',') Cell();
            else if (!quoted && c == '\n') { Cell(); rows.Add(row); row = []; }
            else if (quoted || c != '\r') cell.Append(c);
        }
        if (row.Count > 0 || cell.Length > 0) { Cell(); rows.Add(row); }
        return rows;

        void Cell() { row.Add(cell.ToString()); cell.Clear(); }
    }
}
