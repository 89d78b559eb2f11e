using System.Diagnostics;
using System.Text;
using Cadran.Web.Files;

namespace Cadran.Tests.Insight.Export;

/// <summary>The SPSS writer, read back from its bytes and by a program of others.</summary>
public sealed class SavWriterTests
{
    private static readonly SavVariable[] Variables =
    [
        new("overall_satisfaction_of_the_person", "How satisfied are you? " + new string('é', 200))
        {
            Measure = SavMeasure.Ordinal, Labels = [(-99, "did not want to answer"), (1, "Not at all"), (5, new string('x', 200))],
            Missing = (-99, -96),
        },
        new("short", "A short text", 10), new("long", "A long text", 600), new("weight", "") { Measure = SavMeasure.Scale, Decimals = 6 },
        new("exact", "", 255), new("nearly", "", 256), new("last", ""),
    ];

    private static readonly (double? Rating, string Short, string Long, double? Weight, string Exact, string Nearly)[] Rows =
    [
        (5, "été", string.Concat(Enumerable.Range(0, 120).Select(i => $"{i % 10}abc ")), 1.61803398,
            new string('e', 255), new string('n', 256)),
        (-99, "", "", null, "", ""),
        (null, "0123456789", new string('ž', 300), 1e-7, "x", new string('m', 255)),
        (151, "a b", new string('q', 253) + " " + new string('r', 300), 152, " lead", "y"),
        (-100, "-", "252" + new string('s', 249), 0.5, "e", "n"),
    ];

    [Fact]
    public async Task Bytes_SayWhatWasWritten()
    {
        SavFile file = SavFile.Read(await WriteAsync());
        Assert.Equal(Variables.Select(v => (v.Name, v.Width)), file.Variables.Select(v => (v.Name, v.Width)));
        Assert.Equal(("UTF-8", "Passports: 2026", 5), (file.Encoding, file.Title, file.CountedCases));
        SavFile.Variable rating = file.Variables[0];
        Assert.Equal(((-99.0, -96.0), 2), (rating.Missing!.Value, rating.Measure));
        Assert.Equal(["did not want to answer", "Not at all", new string('x', 120)], rating.Labels.Values);
        // 255 bytes, and no half of a letter.
        Assert.Equal("How satisfied are you? " + new string('é', 116), rating.Label);
        Assert.Equal(1 + 1 + 2 + 32 + 32 + 12, file.WeightPlace);
        foreach (var (row, at) in Rows.Select((row, at) => (row, at)))
            Assert.Equal([row.Rating, row.Short, row.Long.TrimEnd(), row.Weight, row.Exact, row.Nearly, 7.0], file.Cases[at]);
    }

    [Fact]
    public async Task Pspp_ReadsTheSame()
    {
        string folder = Directory.CreateTempSubdirectory("cadran-sav-").FullName;
        try
        {
            string sav = Path.Combine(folder, "a.sav"), csv = Path.Combine(folder, "a.csv");
            await File.WriteAllBytesAsync(sav, await WriteAsync());
            string said = Convert(sav, csv);
            Assert.Equal("", said);
            string[] lines = (await File.ReadAllTextAsync(csv)).TrimStart('\uFEFF').Split('\n', StringSplitOptions.RemoveEmptyEntries);
            Assert.Equal(string.Join(',', Variables.Select(v => v.Name)), lines[0].Trim());
            Assert.Equal(6, lines.Length);
            Assert.StartsWith("5,été,", lines[1]);
            Assert.Contains(Rows[0].Long.TrimEnd(), lines[1]);
            Assert.Contains($",{Rows[0].Exact},{Rows[0].Nearly},7", lines[1]);
            Assert.Contains(Rows[2].Long, lines[3]);
            Assert.Contains(Rows[3].Long, lines[4]);
        }
        finally { Directory.Delete(folder, recursive: true); }
    }

    [Fact]
    public async Task ATextThatIsTooLong_IsRefused_NotCut()
    {
        using var to = new MemoryStream();
        var sav = new SavWriter(to, [Variables[1]], 1, "", new(2026, 3, 2));
        Assert.Throws<ArgumentException>(() => sav.Text(Variables[1], Encoding.UTF8.GetBytes("0123456789a")));
        await sav.EndAsync();
    }

    internal static string Convert(string from, string to)
    {
        try
        {
            using var pspp = Process.Start(new ProcessStartInfo("pspp-convert", [from, to])
            {
                RedirectStandardError = true,
                RedirectStandardOutput = true,
            })!;
            string said = pspp.StandardError.ReadToEnd() + pspp.StandardOutput.ReadToEnd();
            pspp.WaitForExit();
            return pspp.ExitCode == 0 ? said : $"exit {pspp.ExitCode}: {said}";
        }
        catch (System.ComponentModel.Win32Exception)
        {
            const string reason = "pspp-convert is not installed (Debian package pspp).";
            if (Environment.GetEnvironmentVariable("CADRAN_REQUIRE") == "all") Assert.Fail(reason);
            Assert.Skip(reason);
            throw;
        }
    }

    private static async Task<byte[]> WriteAsync()
    {
        using var to = new MemoryStream();
        var sav = new SavWriter(to, Variables, Rows.Length, "Passports: 2026", new(2026, 3, 2, 9, 5, 0), "weight");
        foreach (var row in Rows)
        {
            sav.Number(row.Rating);
            sav.Text(Variables[1], Encoding.UTF8.GetBytes(row.Short));
            sav.Text(Variables[2], Encoding.UTF8.GetBytes(row.Long));
            sav.Number(row.Weight);
            sav.Text(Variables[4], Encoding.UTF8.GetBytes(row.Exact));
            sav.Text(Variables[5], Encoding.UTF8.GetBytes(row.Nearly));
            sav.Number(7);
            await sav.EndCaseAsync(default);
        }
        await sav.EndAsync();
        return to.ToArray();
    }
}
