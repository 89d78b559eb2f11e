using System.Text.Json;
using Cadran.Web.Commands;

namespace Cadran.Tests.Support;

/// <summary>One run of the command <c>analyse</c>: exit code, what it wrote and what it said.</summary>
internal sealed record AnalyseRun(int Code, string Output, string Said)
{
    private const string Drivers = "timeliness,knowledge,courtesy,fairness,outcome";

    public static string Golden(string file) => Path.Combine(Sources.Root, "tests", "Cadran.Statistics.Tests", "Golden", file);

    /// <summary>R 4.2.2 (survey 4.1-1, relaimpo 2.2-7) on the synthetic survey.</summary>
    public static JsonElement Reference { get; } = JsonDocument.Parse(File.ReadAllText(Golden("cmt_synth_R.json"))).RootElement;

    public JsonElement Json => JsonDocument.Parse(Output).RootElement;

    public JsonElement Item(string code) =>
        Json.GetProperty("items").EnumerateArray().Single(i => i.GetProperty("code").GetString() == code);

    public static async Task<AnalyseRun> Of(params string[] arguments)
    {
        using var output = new StringWriter();
        using var said = new StringWriter();
        int code = await CadranCommand.RunAsync(["analyse", .. arguments], output, said);
        return new(code, output.ToString(), said.ToString());
    }

    /// <summary>The synthetic survey, one wave or both, as JSON.</summary>
    public static async Task<AnalyseRun> Synthetic(int? wave, params string[] more)
    {
        string path = Golden("cmt_synth.csv");
        if (wave is null) return await Of([path, "--overall", "overall", "--drivers", Drivers, "--format", "json", .. more]);
        string[] lines = await File.ReadAllLinesAsync(path);
        return await OfText(string.Join('\n', lines.Where((line, i) => i == 0 || line.Split(',')[2] == $"{wave}")),
            ["--overall", "overall", "--drivers", Drivers, "--format", "json", .. more]);
    }

    public static Task<AnalyseRun> OfText(string csv, params string[] arguments) =>
        OfBytes(System.Text.Encoding.UTF8.GetBytes(csv), arguments);

    public static async Task<AnalyseRun> OfBytes(byte[] csv, params string[] arguments)
    {
        string file = Path.GetTempFileName();
        await File.WriteAllBytesAsync(file, csv);
        try { return await Of([file, .. arguments]); }
        finally { File.Delete(file); }
    }

    /// <summary>A small file of ratings: header a (overall), b, c.</summary>
    public static Task<AnalyseRun> Ratings(string rows, params string[] more) =>
        OfText("a,b,c\n" + rows, ["--overall", "a", "--drivers", "b,c", "--format", "json", .. more]);
}
