using System.IO.Compression;
using System.Text;
using Cadran.Collection;
using Cadran.People;
using Cadran.Tests.Catalogue;
using Cadran.Tests.Support;

namespace Cadran.Tests.Hostile;

/// <summary>Files that mean harm or are broken, at every place that takes a file: refused in words, and nothing is kept.</summary>
[Trait("Database", "any")]
public sealed class HostileFilesTests(TestApp app)
{
    private const string Catalogue = "catalogue", Responses = "responses", Questions = "questions";

    public static MatrixTheoryData<string, string> Files { get; } = new(
        ["binary", "archive", "bomb", "damaged archive", "open quote", "text after quote", "NUL", "10,000 columns", "10,001 columns",
            "endless row", "empty", "blank lines", "mixed encodings", "endless cell"],
        [Catalogue, Responses, Questions]);

    [Theory, MemberData(nameof(Files))]
    public async Task File_IsRefusedInWords(string file, string place)
    {
        string row = place == Catalogue
            ? Encoding.UTF8.GetString(new InventoryText("h" + Guid.NewGuid().ToString("N")[..8], "harm").Service("1").Services)
            : "overall,time\n5,4\n";
        (byte[] content, string[] says) = Make(file, row);
        Page page = await (await SendAsync(place, content, $"../../etc/<b>{file}</b>.csv")).JobEnd();
        if (file == "bomb" && place == Questions)
        {
            // Its first rows are a table like any other, and no more is looked at to propose questions: the import reads on and refuses.
            Assert.Equal((200, 2), (page.Status, page.Document.QuerySelectorAll("input[name$='.Use'][type=radio][value='']").Length));
            return;
        }
        Assert.True(says.Any(s => page.Text.Contains(s, StringComparison.Ordinal)), $"{page.Status} {page.Url}: {page.Text}");
        Assert.True(page.Status is 409 or 422 || page.Title == "The file cannot be read", $"{page.Status} {page.Title}");
        Assert.DoesNotContain("<b>" + file, page.Html);
        Assert.DoesNotContain("../", page.Text);
        Assert.DoesNotContain("Exception", page.Text);
    }

    private static (byte[] Content, string[] Says) Make(string file, string row) => file switch
    {
        "binary" =>
            ([0x89, .. "PNG\r\n"u8, 0x1a, 0, 1, 2, 3, .. Enumerable.Range(0, 3000).Select(i => (byte)(i * 7919 % 256))],
                ["This is not a text file."]),
        "archive" =>
            ([.. "PK\u0003\u0004"u8, .. new byte[200]], ["This is a spreadsheet or an archive, not a CSV file. " +
                "Open it and save it as CSV."]),
        "bomb" =>
            (Packed(row + string.Concat(Enumerable.Repeat("1,1\n", 4_000_000))),
                ["The file has more than 500000 rows.", "The compressed file would grow more than 200 times: it is not a table.",
                    "No column of this file looks like a rating or a choice."]),
        "damaged archive" =>
            (Packed(row + string.Concat(Enumerable.Range(0, 5000).Select(i => $"{i * 7919 % 10007},")))[..2000],
                ["The compressed file is damaged and cannot be unpacked."]),
        "open quote" =>
            (Encoding.UTF8.GetBytes(row + "\"never closed\n1,2\n"), ["A cell opens with a quotation mark that is never closed."]),
        "text after quote" =>
            (Encoding.UTF8.GetBytes(row + "\"closed\"too late,2\n"), ["There is text after the closing quotation mark. " +
                "A quotation mark inside a cell is written twice."]),
        "NUL" =>
            (Encoding.UTF8.GetBytes(row + "1,4\0\n"),
                ["The cell contains a NUL byte: the file is damaged or not text.", "This is not a text file."]),
        "10,000 columns" =>
            (Encoding.UTF8.GetBytes(string.Join(',', Enumerable.Range(0, 10_000).Select(i => $"c{i}")) + "\n"), ["columns"]),
        "10,001 columns" =>
            (Encoding.UTF8.GetBytes(string.Join(',', Enumerable.Range(0, 10_001).Select(i => $"c{i}")) + "\n"),
                ["The row has more than 10000 columns."]),
        "endless row" =>
            (Encoding.UTF8.GetBytes(row + string.Join(',', Enumerable.Repeat(new string('x', 900_000), 20)) + "\n"),
                ["The row is longer than 16000000 bytes."]),
        "empty" => ([], ["Choose a file.", "Choose one or two files."]),
        "mixed encodings" =>
            ([.. Encoding.UTF8.GetBytes(row + "é,1\n"), 0xe9, 0x81, .. ",2\n"u8],
                ["The text is neither UTF-8 nor Windows-1252 throughout: some of it was saved in another encoding."]),
        "blank lines" => ("\n\n\n"u8.ToArray(), ["The file is empty."]),
        "endless cell" => (Encoding.UTF8.GetBytes(row + new string('x', 5_000_000) + ",1\n"), ["The cell is longer than 1000000 bytes."]),
        _ => throw new ArgumentOutOfRangeException(nameof(file)),
    };

    private static byte[] Packed(string text)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.SmallestSize)) gzip.Write(Encoding.UTF8.GetBytes(text));
        return packed.ToArray();
    }

    private async Task<Page> SendAsync(string place, byte[] content, string name)
    {
        Browser analyst = await app.As(Role.Analyst);
        if (place == Questions)
            return await ImportSteps.Send(analyst, await analyst.Get("/questionnaires/from-file"),
                "/questionnaires/from-file?handler=Look", content, name, "upload");
        if (place == Catalogue) return await InventoryUpload.SendAsync(analyst, app.OrganisationA, content);
        Wave wave = await WaveData.AddAsync(app);
        Page page = await ImportSteps.Upload(analyst, wave, content, name);
        return page.Status == 200 && page.Url.Contains("/import/", StringComparison.Ordinal) ? await page.Submit() : page;
    }
}
