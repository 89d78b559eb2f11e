using System.IO.Compression;
using System.Text;
using Cadran.Csv;

namespace Cadran.Domain.Tests.Csv;

/// <summary>Files of surveys as people and tools make them: what is a name, what is an answer, and what is neither.</summary>
public sealed class SurveyFilesTests
{
    [Theory]
    // Titles above the names, one cell or a word and what it says.
    [InlineData("Client survey 2024\n\nid,overall,wait\n1,5,4\n2,3,3\n", "id|overall|wait", "1,5,4 2,3,3", "empty 1 title 1")]
    [InlineData("Survey;Clients;;;\nDate:;2024-03-01;;;\nid;a;b;c;d\n1;5;4;3;2\n", "id|a|b|c|d", "1,5,4,3,2", "title 2")]
    // Texts of the questions, and identifiers, below the names.
    [InlineData("Q1,Q2\nHow satisfied are you?,How long did you wait?\n5,4\n3,2\n1,1\n", "Q1|Q2", "5,4 3,2 1,1", "second-header 1")]
    [InlineData("Q1,Q2\nText one,Text two\n\"{\"\"ImportId\"\":\"\"QID1\"\"}\",\"{\"\"ImportId\"\":\"\"QID2\"\"}\"\nGood,Bad\n",
        "Q1|Q2", "Good,Bad", "second-header 2")]
    [InlineData("id,Rate these,,Other\n,Wait,Staff,\n1,5,4,x\n2,3,3,y\n", "id|Rate these: Wait|Rate these: Staff|Other", "1,5,4,x 2,3,3,y",
        "second-header 1")]
    // Without a name, and with another's.
    [InlineData("id,,b,\n1,2,3,4\n", "id|(column 2)|b|(column 4)", "1,2,3,4", "")]
    [InlineData("id,Other,b,Other\n1,x,3,y\n", "id|Other (1)|b|Other (2)", "1,x,3,y", "")]
    // Rows of separators, totals, notes and names once more.
    [InlineData("id;a;b\n1;5;4\n;;\n ; ;\u00A0\n2;3;3\n", "id|a|b", "1,5,4 2,3,3", "empty 2")]
    [InlineData("id,a,b\n1,5,4\n2,3,3\n3,4,4\nAverage,4,3.67\nTotal:,12,11\n", "id|a|b", "1,5,4 2,3,3 3,4,4", "total 2")]
    [InlineData("id,a,b\n1,5,4\n2,3,3\n3,4,4\nSource: own survey,,\n", "id|a|b", "1,5,4 2,3,3 3,4,4", "note 1")]
    [InlineData("id,a,b\n1,5,4\nid,a,b\n2,3,3\n", "id|a|b", "1,5,4 2,3,3", "repeated-header 1")]
    // What a tool writes of previews and of those who stopped.
    [InlineData("ResponseId,Status,Finished,Q1\nR1,IP Address,True,5\nR2,Survey Preview,True,4\nR3,IP Address,False,3\n",
        "ResponseId|Status|Finished|Q1", "R1,IP Address,True,5", "preview 1 unfinished 1")]
    [InlineData("id,submitdate,lastpage,startlanguage,Q1\n1,2024-01-01,3,en,5\n2,,1,en,4\n", "id|submitdate|lastpage|startlanguage|Q1",
        "1,2024-01-01,3,en,5", "unfinished 1")]
    // The line that names the separator, and short rows.
    [InlineData("sep=;\nid;a;b\n1;5;4,5\n", "id|a|b", "1,5,4,5", "")]
    [InlineData("id,a,b\n1,5\n2,3,3\n3,1,1,,\n", "id|a|b", "1,5, 2,3,3 3,1,1", "")]
    public void File_IsReadAsItIsMeant(string text, string names, string rows, string leftOut)
    {
        using CsvReader csv = Open(text);
        List<string> read = [];
        foreach (CsvRow row in csv)
        {
            Assert.Null(row.Problem);
            var cells = new string[csv.Header.Count];
            for (int i = 0; i < cells.Length; i++) cells[i] = row.Text(i);
            read.Add(string.Join(',', cells));
        }
        Assert.Equal(names, string.Join('|', csv.Header));
        Assert.Equal(rows, string.Join(' ', read));
        Assert.Equal(leftOut, string.Join(' ', csv.LeftOut.Select(l => $"{l.Reason} {l.Rows}")));
    }

    [Theory]
    // “Average” is a label, the first column holds sentences, a status is of a request, and somebody answers in words.
    [InlineData("overall,wait\nGood,4\nAverage,3\nPoor,2\nAverage,3\n")]
    [InlineData("comment,a,b\nall was well,5,4\nnothing to say,,\nvery slow,2,1\n")]
    [InlineData("id,status,a\n1,Incomplete,5\n2,Complete,4\n3,Partial,3\n")]
    [InlineData("id,completed,a\n1,yes,5\n2,no,4\n3,no,3\n")]
    [InlineData("a,b\nDon't know,Don't know\n5,4\n3,3\n2,1\n")]
    [InlineData("a,b\nNA,NA\n5,4\n3,3\n2,1\n")]
    [InlineData("region,a\nnorth,5\nsouth,4\nnorth,3\nsouth,4\nnorth,1\nsouth,2\nnorth,3\n")]
    public void Answer_IsNeverTakenForSomethingElse(string text)
    {
        using CsvReader csv = Open(text);
        int rows = 0;
        foreach (CsvRow _ in csv) rows++;
        Assert.Equal(text.Trim().Split('\n').Length - 1, rows);
        Assert.Empty(csv.LeftOut);
    }

    [Fact]
    public void WhatIsLeftOut_CanBeKept()
    {
        const string text = "ResponseId,Status,Finished,Q1\nR1,IP Address,True,5\nR2,Survey Preview,True,4\nR3,IP Address,False,3\n";
        using CsvReader csv = Open(text, new() { Survey = true, Keep = new HashSet<string> { "unfinished" } });
        List<string> ids = [];
        foreach (CsvRow row in csv) ids.Add(row.Text(0));
        Assert.Equal(["R1", "R3"], ids);
        Assert.Equal(("preview", 1L, 3L), (csv.LeftOut[0].Reason, csv.LeftOut[0].Rows, csv.LeftOut[0].First));
    }

    [Fact]
    public void NameOfTwoColumns_IsAskedForOnlyWhenItIsUsed()
    {
        using CsvReader csv = Open("id,Other,Other\n1,x,y\n");
        Assert.Equal(0, csv.Column("id"));
        Assert.Equal(2, csv.Column("Other (2)"));
        CsvError error = Assert.Throws<CsvException>(() => csv.Column("Other")).Error;
        Assert.Equal("Row 1, column 3 “Other”: Columns 2 and 3 have the same name. Call the one that is meant “Other (1)” or “Other (2)”.",
            error.ToString());
    }

    [Theory]
    [InlineData("utf-16", true), InlineData("utf-16", false), InlineData("utf-16BE", true), InlineData("utf-16BE", false)]
    public void Utf16_IsReadWithOrWithoutItsMark(string name, bool mark)
    {
        var encoding = Encoding.GetEncoding(name);
        byte[] bytes = [.. mark ? encoding.Preamble : [], .. encoding.GetBytes("id;satisfaction\n1;très bien\n")];
        using CsvReader csv = CsvReader.Open(new MemoryStream(bytes), new() { Survey = true });
        Assert.Equal(["id", "satisfaction"], csv.Header);
        foreach (CsvRow row in csv) Assert.Equal("très bien", row.Text(1));
    }

    [Theory]
    [InlineData("1,25", ';', 1.25), InlineData("0,75", ',', 0.75), InlineData("1,250", ';', 1.25), InlineData("1,250", ',', 1250.0)]
    [InlineData("1 250,5", ';', 1250.5), InlineData("1\u202F250", ';', 1250.0), InlineData("1.250,5", ';', 1250.5)]
    [InlineData("1,250.5", ',', 1250.5), InlineData("99.0", ',', 99.0), InlineData("-0,5", ';', -0.5), InlineData(" 4 ", ',', 4.0)]
    [InlineData("1'250", ';', 1250.0), InlineData("1,234,567", ';', 1234567.0)]
    [InlineData("4 5", ';', null), InlineData("1,2,3", ';', null), InlineData("2024-03-01", ',', null), InlineData("", ',', null)]
    [InlineData("a", ',', null), InlineData("1,25 %", ';', null)]
    public void Number_IsReadAsItIsWritten(string cell, char delimiter, double? number)
    {
        Assert.Equal(number is not null, CsvNumber.TryRead(Encoding.UTF8.GetBytes(cell), delimiter, out double read));
        if (number is { } expected) Assert.Equal(expected, read);
    }

    [Fact]
    public void Workbook_IsReadLikeTheFileItWouldBeSavedAs()
    {
        using CsvReader csv = CsvReader.Open(new MemoryStream(Workbook()), new() { Survey = true });
        List<string> rows = [];
        foreach (CsvRow row in csv) rows.Add($"{row.Number}: {row.Text(0)}|{row.Text(1)}|{row.Text(2)}");
        Assert.Equal(["id", "overall", "comment"], csv.Header);
        Assert.Equal(["2: 1|4.5|a, \"b\"", "4: 2|3|"], rows);
        Assert.Equal(["Answers", "Codes"], csv.Sheets);
    }

    [Fact]
    public void WorkbookThatIsNone_IsRefused()
    {
        byte[] damaged = Workbook(
            sheet: "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData><row r=\"1\"><c");
        CsvError told = Assert.Throws<CsvException>(() => CsvReader.Open(new MemoryStream(damaged), new() { Survey = true })).Error;
        Assert.Equal(("csv.workbook", "The workbook is damaged and cannot be read. Open it and save it again."), (told.Code, told.Message));
        using var zip = new MemoryStream();
        using (var archive = new ZipArchive(zip, ZipArchiveMode.Create, leaveOpen: true)) Write(archive, "notes.txt", "nothing");
        Assert.Equal("csv.spreadsheet",
            Assert.Throws<CsvException>(() => CsvReader.Open(new MemoryStream(zip.ToArray()))).Error.Code);
    }

    private static CsvReader Open(string text, CsvOptions? options = null) =>
        CsvReader.Open(new MemoryStream(Encoding.UTF8.GetBytes(text)), options ?? new() { Survey = true });

    /// <summary>Two sheets; the first has a row of nothing in it.</summary>
    internal static byte[] Workbook(string? sheet = null)
    {
        const string main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main",
            relations = "http://schemas.openxmlformats.org/package/2006/relationships",
            document = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
        sheet ??= $"""
            <worksheet xmlns="{main}"><sheetData>
            <row r="1"><c r="A1" t="inlineStr"><is><t>id</t></is></c><c r="B1" t="inlineStr"><is><t>overall</t></is></c>
            <c r="C1" t="inlineStr"><is><t>comment</t></is></c></row>
            <row r="2"><c r="A2"><v>1</v></c><c r="B2"><v>4.5</v></c><c r="C2" t="inlineStr"><is><t>a, "b"</t></is></c></row>
            <row r="4"><c r="A4"><v>2</v></c><c r="B4"><v>3</v></c></row></sheetData></worksheet>
            """;
        using var bytes = new MemoryStream();
        using (var archive = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            Write(archive, "[Content_Types].xml",
                "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
                + "<Default Extension=\"xml\" ContentType=\"application/xml\"/></Types>");
            Write(archive, "_rels/.rels", $"<Relationships xmlns=\"{relations}\"><Relationship Id=\"r\" Type=\"{document}/officeDocument\" "
                + "Target=\"xl/workbook.xml\"/></Relationships>");
            Write(archive, "xl/workbook.xml", $"<workbook xmlns=\"{main}\" xmlns:r=\"{document}\"><sheets>"
                + "<sheet name=\"Answers\" sheetId=\"1\" r:id=\"a\"/><sheet name=\"Codes\" sheetId=\"2\" r:id=\"b\"/></sheets></workbook>");
            Write(archive, "xl/_rels/workbook.xml.rels", $"<Relationships xmlns=\"{relations}\">"
                + $"<Relationship Id=\"a\" Type=\"{document}/worksheet\" Target=\"worksheets/sheet1.xml\"/>"
                + $"<Relationship Id=\"b\" Type=\"{document}/worksheet\" Target=\"worksheets/sheet2.xml\"/></Relationships>");
            Write(archive, "xl/worksheets/sheet1.xml", sheet);
            Write(archive, "xl/worksheets/sheet2.xml", $"<worksheet xmlns=\"{main}\"><sheetData/></worksheet>");
        }
        return bytes.ToArray();
    }

    private static void Write(ZipArchive archive, string name, string text)
    {
        using var writer = new StreamWriter(archive.CreateEntry(name).Open());
        writer.Write(text);
    }
}
