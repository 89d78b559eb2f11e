using System.Text;
using System.Text.Json;
using Cadran.Tests.Support;

namespace Cadran.Tests.Insight;

/// <summary>What <c>analyse</c> refuses, with which exit code and in which words.</summary>
public sealed class AnalyseRefusalTests
{
    private static readonly string Fine = string.Concat(Enumerable.Range(0, 40).Select(i => $"{1 + i % 5},{1 + i * 3 % 5},{1 + i / 8}\n"));

    [Theory]
    [InlineData("4,x,5", "row 42", "column 2 “b”", "“x” is not a number. If it means “no answer”, name it with --missing b=x.")]
    [InlineData("4,3.5,5", "row 42", "column 2 “b”", "3.5 is not a whole rating.")]
    [InlineData("6,3,5", "row 42", "column 1 “a”", "6 is not on the scale from 1 to 5")]
    [InlineData("4,0,5", "row 42", "column 2 “b”", "0 is not on the scale from 1 to 5")]
    [InlineData("4,-1,5", "row 42", "column 2 “b”", "-1 is not on the scale from 1 to 5")]
    [InlineData("4,1e400,5", "row 42", "column 2 “b”", "is not on the scale")]
    [InlineData("4,3,5,9", "row 42", "4 cells", "the header has 3")]
    public async Task Cell_IsLocatedAndExplained(string row, params string[] words)
    {
        AnalyseRun run = await AnalyseRun.Ratings(Fine + row + "\n");
        Refused(run, 1, words);
    }

    [Theory]
    [InlineData("-1", "A weight is finite and not negative")]
    [InlineData("", "The weight is missing")]
    [InlineData("NaN", "“NaN” is not a number.")]
    [InlineData("Infinity", "A weight is finite")]
    public async Task Weight_IsLocatedAndExplained(string weight, string why) =>
        Refused(await AnalyseRun.OfText($"a,b,c,w\n1,2,3,1\n2,3,4,{weight}\n", "--overall", "a", "--drivers", "b,c", "--weight", "w"), 1,
            "row 3", "column 4 “w”", why);

    [Fact]
    public async Task WeightsOfNobody_AreRefused() =>
        Refused(await AnalyseRun.OfText("a,b,c,w\n1,2,3,0\n2,3,4,0\n", "--overall", "a", "--drivers", "b,c", "--weight", "w"), 1,
            "All weights are zero.");

    [Theory]
    [InlineData("1,2,3,,9", "The cell is empty: every row needs a code here.")]
    [InlineData("1,2,3,N,", "The population is missing.")]
    public async Task Design_IsLocatedAndExplained(string row, string why) =>
        Refused(await AnalyseRun.OfText($"a,b,c,s,p\n1,2,3,N,9\n2,3,4,N,9\n{row}\n", "--overall", "a", "--drivers", "b,c", "--strata", "s",
            "--population", "p"),
            1, "row 4", why);

    [Fact]
    public async Task LoneCluster_NamesItsStratum()
    {
        string rows = string.Concat(Enumerable.Range(0, 30)
            .Select(i => $"{1 + i % 5},{1 + i * 3 % 5},{1 + i / 6},{(i < 20 ? "N" : "S")},{(i < 20 ? i % 4 : 9)}\n"));
        AnalyseRun run =
            await AnalyseRun.OfText("a,b,c,region,office\n" + rows, "--overall", "a", "--drivers", "b,c", "--strata", "region", "--cluster",
                "office");
        Refused(run, 1, "row 22", "“region”", "Stratum “S” holds one of its clusters only",
            "so its error cannot be estimated. Merge it with a stratum like it.");
    }

    [Fact]
    public async Task Population_MustCoverTheSampleAndAgree()
    {
        string Rows(Func<int, string> population) =>
            "a,b,c,p\n" + string.Concat(Enumerable.Range(0, 30).Select(i => $"{1 + i % 5},{1 + i * 3 % 5},{1 + i / 6},{population(i)}\n"));
        string[] columns = ["--overall", "a", "--drivers", "b,c", "--population", "p"];
        Refused(await AnalyseRun.OfText(Rows(_ => "20"), columns), 1, "30 respondents in the file but a population of 20");
        Refused(await AnalyseRun.OfText(Rows(i => i < 9 ? "100" : "200"), columns), 1, "row 11", "of 200 here and of 100 in row 2",
            "it must be the same in all rows of a stratum, in each wave, and without a stratum column all rows are one.");
        Refused(await AnalyseRun.OfText(Rows(_ => "0"), columns), 1, "A population is above zero");
    }

    [Fact]
    public async Task ConstantDriver_IsNamed() =>
        Refused(await AnalyseRun.Ratings(string.Concat(Enumerable.Range(0, 20).Select(i => $"{1 + i % 5},{1 + i * 3 % 5},4\n"))), 1,
            "column 3", "“c”", "does not vary");

    [Fact]
    public async Task ColumnWithoutRatings_IsNamed() =>
        Refused(await AnalyseRun.Ratings(string.Concat(Enumerable.Range(0, 20).Select(i => $"{1 + i % 5},,4\n"))), 1, "column 2", "“b”",
            "no rating in any row");

    [Theory]
    [InlineData("", "empty")]
    [InlineData("a,b,c\n", "The file has column names but no rows.")]
    [InlineData("a,b,c\n1,\"2,3\n", "")]
    public async Task Files_WithNothingToAnalyse(string csv, string why) =>
        Refused(await AnalyseRun.OfText(csv, "--overall", "a", "--drivers", "b,c"), 1, why);

    [Fact]
    public async Task Binary_IsRefused()
    {
        var bytes = new byte[5000];
        for (int i = 0; i < bytes.Length; i++) bytes[i] = (byte)(i * 7919 % 256);
        Refused(await AnalyseRun.OfBytes(bytes, "--overall", "a", "--drivers", "b,c"), code: null);
        Refused(await AnalyseRun.OfBytes(Encoding.UTF8.GetBytes("a,b,c\n1,2\0,3\n"), "--overall", "a", "--drivers", "b,c"), 1);
    }

    [Theory]
    [InlineData("--overall a", "--drivers")]
    [InlineData("--overall a --drivers z", "no column “z”")]
    [InlineData("--overall a --drivers a,b", "named twice")]
    [InlineData("--overall a --drivers b --scale 5-1", "such as 1-5")]
    [InlineData("--overall a --drivers b --scale five", "such as 1-5")]
    [InlineData("--overall a --drivers b --threshold x", "--threshold")]
    [InlineData("--overall a --drivers b --threshold 1", "--threshold")]
    [InlineData("--overall a --drivers b --threshold 6", "--threshold")]
    [InlineData("--overall a --drivers b --confidence 95", "--confidence")]
    [InlineData("--overall a --drivers b --min-cell 0", "--min-cell")]
    [InlineData("--overall a --drivers b --threshold x", "write a whole number")]
    [InlineData("--overall a --drivers b --confidence high", "a number such as 0.95")]
    [InlineData("--overall a --drivers b --format pdf", "pdf")]
    [InlineData("--overall a --drivers b --format pdf", "cadran analyse --help")]
    [InlineData("--overall a --drivers b --wieght w", "--wieght")]
    public async Task WrongArguments_AreTwo(string arguments, string why) =>
        Refused(await AnalyseRun.OfText("a,b,c\n" + Fine, arguments.Split(' ')), 2, why);

    [Fact]
    public async Task NoFile_IsTwo() =>
        Refused(await AnalyseRun.Of("/nowhere/at-all.csv", "--overall", "a", "--drivers", "b"), 2, "no file");

    [Fact]
    public async Task EverythingMissing_IsSaidAtOnce() => Refused(await AnalyseRun.Of(), 2, "--overall", "--drivers", "argument");

    [Fact]
    public async Task Help_NamesFormatsInTheWordsToType()
    {
        AnalyseRun run = await AnalyseRun.Of("--help");
        Assert.Equal((0, ""), (run.Code, run.Said));
        Assert.Contains("cadran analyse <FILE>", run.Output);
        Assert.Contains("<table|json|html>", run.Output);
    }

    [Fact]
    public async Task HostileText_IsEscapedInHtmlAndHarmlessInTheTerminal()
    {
        string csv = "a,b,c,g\n" + string.Concat(Enumerable.Range(0, 40)
            .Select(i => $"{1 + i % 5},{1 + i * 3 % 5},{1 + i / 8},<script>alert(1)</script>\u009b2J\n"));
        AnalyseRun html = await AnalyseRun.OfText(csv, "--overall", "a", "--drivers", "b,c", "--by", "g", "--format", "html");
        Assert.True(html.Code == 0, html.Said);
        Assert.DoesNotContain("<script", html.Output);
        Assert.Contains("&lt;script&gt;", html.Output);
        AnalyseRun table = await AnalyseRun.OfText(csv, "--overall", "a", "--drivers", "b,c", "--by", "g");
        Assert.DoesNotContain('\u009b', table.Output);
    }

    [Fact]
    public async Task Progress_GoesToStandardErrorOnly()
    {
        AnalyseRun run = await AnalyseRun.Ratings(Fine);
        Assert.Equal(0, run.Code);
        Assert.Contains("40 rows read", run.Said);
        Assert.Equal("cadran.analysis/1", run.Json.GetProperty("schema").GetString());
        Assert.Equal(JsonValueKind.Object, run.Json.ValueKind);
    }

    private static void Refused(AnalyseRun run, int? code, params string[] words)
    {
        Assert.True(code is null ? run.Code != 0 : run.Code == code, $"exit code {run.Code}: {run.Said}");
        Assert.Equal("", run.Output);
        Assert.DoesNotContain("System.", run.Said);
        Assert.DoesNotContain("Cadran.Web", run.Said);
        Assert.NotEqual("", run.Said.Trim());
        Assert.All(words, word => Assert.Contains(word, run.Said, StringComparison.OrdinalIgnoreCase));
    }
}
