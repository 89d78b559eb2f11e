using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using Cadran.Statistics.Comparison;
using Cadran.Statistics.Estimation;
using Cadran.Statistics.Weighting;

namespace Cadran.Statistics.Tests;

/// <summary>The examples of the package's README, compiled and run; a second test holds README and source to the same text.</summary>
public class ReadMeTests
{
    [Fact]
    public void Examples_Run()
    {
        sbyte[] answers = [5, 4, 4, 2, 5, 3, (sbyte)NoValue.NotApplicable, 1, 4, 5];
        Factor channel = Factor.Of(["web", "web", "desk", "desk", "web", "desk", "web", "desk", "web", "desk"]);
        Factor office = Factor.Of([1, 1, 2, 2, 3, 3, 4, 4, 5, 5]);
        double[] weights = [10, 10, 12, 12, 8, 8, 11, 11, 9, 9];

        Design design = Design.From(new() { Clusters = office, Weights = weights });
        Tabulation table = Tabulation.Of(design, [new Item(answers, Scale.FivePoint)], by: channel);

        Estimate score = table[0].Overall.Score();           // 0–100, linearised error, clusters − strata degrees of freedom
        Interval? interval = score.Interval(0.95);           // Student's t
        Estimate top = table[0].Group(1).Top(2);             // share of 4 and 5 on the web
        Interval? limits = ProportionInterval.Default(top, design);

        Assert.Equal(9, score.Respondents);
        Assert.Equal(4, score.DegreesOfFreedom);
        Assert.True(interval!.Value.Contains(score.Value));
        Assert.Equal(1, top.Value);
        Assert.Equal(1, limits!.Value.High);

        Design raked = Raking.Apply(design, [new Margin(channel, [45, 55], "channel")]);
        Estimate weighted = Tabulation.Of(raked, [new Item(answers, Scale.FivePoint)])[0].Overall.Score();
        WeightReport report = WeightReport.Of(design, raked);

        Assert.Equal(100, raked.SumOfWeights, 9);
        Assert.Null(weighted.Suppressed);
        Assert.True(report.KishAfter >= 1);

        Factor wave = Factor.Of([1, 2, 1, 2, 1, 2, 1, 2, 1, 2]);
        ItemTabulation byWave = Tabulation.Of(design, [new Item(answers, Scale.FivePoint)], by: wave)[0];
        Change change = Change.Within(byWave.Group(0), byWave.Group(1));
        double[] q = Multiplicity.BenjaminiHochberg([change.P, 0.01, 0.20]);

        Assert.Equal(byWave.Group(1).Score().Value - byWave.Group(0).Score().Value, change.Difference.Value, 12);
        Assert.True(q[0] >= change.P);

        Estimate few = table[0].Group(0).Score().SuppressBelow(30);
        SuppressionReason reason = few.Suppressed!.Reason;   // TooFewRespondents

        Assert.Equal(SuppressionReason.TooFewRespondents, reason);
    }

    [Fact]
    public void Examples_AreThoseOfTheReadMe()
    {
        string here = ThisFile(), root = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "../.."));
        string source = Squeeze(File.ReadAllText(here));
        var blocks = Regex.Matches(File.ReadAllText(Path.Combine(root, "src/Cadran.Statistics/README.md")), "```csharp\n(.*?)```", RegexOptions.Singleline);
        Assert.Equal(4, blocks.Count);
        foreach (Match block in blocks) Assert.Contains(Squeeze(block.Groups[1].Value), source);
    }

    private static string Squeeze(string text) => Regex.Replace(text, @"\s+", " ").Trim();

    private static string ThisFile([CallerFilePath] string path = "") => path;
}
