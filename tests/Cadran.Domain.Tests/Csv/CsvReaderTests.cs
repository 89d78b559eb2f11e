using System.Text;
using Cadran.Csv;
using Cadran.Questionnaires;

namespace Cadran.Domain.Tests.Csv;

public sealed class CsvReaderTests
{
    [Theory]
    [InlineData("a,b\n1,2\n", "1|2")]
    [InlineData("a,b\r\n1,2", "1|2")]
    [InlineData("a,b\r1,2\r", "1|2")]
    [InlineData("a;b\n1,5;2\n", "1,5|2")]
    [InlineData("a\tb\n1\t2\n", "1|2")]
    [InlineData("a,b\n\"x, \"\"y\"\"\",\"line\nbreak\"\n", "x, \"y\"|line\nbreak")]
    [InlineData("a,b\n\"\",\n", "|")]
    [InlineData("a,b\nsay \"hi\",2\n", "say \"hi\"|2")]
    [InlineData("a,b\n\n1,2\n\r\n", "1|2")]
    [InlineData("\"a\",\"b\"\n\"\"\"\",2", "\"|2")]
    public void EveryDialect_GivesTheSameCells(string text, string expected) =>
        Assert.Equal([expected], Rows(text));

    [Fact]
    public void Rows_AreNumberedAsASpreadsheetDoes_AndKnowTheirLine()
    {
        using CsvReader csv = Open("a,b\n\"x\ny\",1\n\n3,4\n");
        var seen = new List<(long, long)>();
        foreach (CsvRow row in csv) seen.Add((row.Number, row.Line));
        Assert.Equal([(2, 2), (4, 5)], seen);
    }

    [Theory]
    [InlineData("utf-8", false)]
    [InlineData("utf-8", true)]
    [InlineData("utf-16", true)]
    [InlineData("utf-16BE", true)]
    [InlineData("windows-1252", false)]
    public void EveryEncoding_IsRecognised(string name, bool mark)
    {
        Encoding encoding = CodePagesEncodingProvider.Instance.GetEncoding(name) ?? Encoding.GetEncoding(name);
        byte[] bytes = [.. mark ? encoding.GetPreamble() : [], .. encoding.GetBytes("nom,ville\nÉlodie – “x”,Trois-Rivières\n")];
        using CsvReader csv = CsvReader.Open(new MemoryStream(bytes));
        Assert.Equal(["nom", "ville"], csv.Header);
        foreach (CsvRow row in csv) Assert.Equal("Élodie – “x”|Trois-Rivières", $"{row.Text(0)}|{row.Text(1)}");
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void LateWindows1252_AndCharactersCutByAnyChunk_AreReadWhole(int pad)
    {
        foreach (Encoding encoding in new[] { Encoding.UTF8, CodePagesEncodingProvider.Instance.GetEncoding(1252)! })
        {
            var text = new StringBuilder("a,b\n");
            for (int i = 0; i < 200_000; i++) text.Append(i).Append(",x\n");
            for (int i = 0; i < 100_000; i++) text.Append(new string('é', pad)).Append(",€\n");
            using CsvReader csv = CsvReader.Open(new MemoryStream(encoding.GetBytes(text.ToString())));
            long rows = 0;
            foreach (CsvRow row in csv)
                if (++rows > 200_000) Assert.Equal(new string('é', pad) + "€", row.Text(0) + row.Text(1));
            Assert.Equal(300_000, rows);
        }
    }

    [Theory]
    [InlineData("5", true, 5)]
    [InlineData("-1.5e3", true, -1500)]
    [InlineData(" 4 ", true, 4)]
    [InlineData("", false, 0)]
    [InlineData("1,5", true, 1.5)]
    [InlineData("NA", false, 0)]
    public void TryDouble_TakesWholeCellsOnly(string cell, bool expected, double value)
    {
        using CsvReader csv = Open($"a;b\n{cell};0\n");
        foreach (CsvRow row in csv) Assert.Equal((expected, value), (row.TryDouble(0, out double read), read));
    }

    [Fact]
    public void RaggedRow_CanBeDeliveredWithItsProblem()
    {
        using CsvReader csv = Open("a,b\n1,2\n1\n1,2,3\n", new CsvOptions { RaggedRows = RaggedRows.Deliver });
        var problems = new List<string?>();
        foreach (CsvRow row in csv)
        {
            problems.Add(row.Problem?.ToString());
            Assert.Equal("1", row.Text(0));
            Assert.Equal(row.Count < 2, row.IsEmpty(1));
        }
        Assert.Equal([null, "Row 3 (line 3): The row has 1 cells, the header has 2.", "Row 4 (line 4): " +
            "The row has 3 cells, the header has 2."], problems);
    }

    internal static CsvReader Open(string text, CsvOptions? options = null) =>
        CsvReader.Open(new MemoryStream(Encoding.UTF8.GetBytes(text)), options);

    private static List<string> Rows(string text)
    {
        using CsvReader csv = Open(text);
        var rows = new List<string>();
        foreach (CsvRow row in csv) rows.Add($"{row.Text(0)}|{row.Text(1)}");
        return rows;
    }
}
