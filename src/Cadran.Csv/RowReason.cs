namespace Cadran.Csv;

/// <summary>Why a row of a survey's file is about nobody and is left out before anybody counts.</summary>
public sealed class RowReason
{
    private RowReason(string code, string words, string name = "")
    {
        Code = code;
        Words = words;
        Name = name;
    }

    public static RowReason Empty { get; } = new("empty", "{0} row has no cell filled in|{0} rows have no cell filled in");

    public static RowReason Title { get; } = new("title", "{0} row is a title above the names|{0} rows are titles above the names");

    public static RowReason SecondHeader { get; } =
        new("second-header", "{0} row is a second header row|{0} rows are second header rows");

    public static RowReason RepeatedHeader { get; } = new("repeated-header", "{0} row repeats the names|{0} rows repeat the names");

    public static RowReason Total { get; } =
        new("total", "{0} row is a total or a mean|{0} rows are totals or means", "Totals and means");

    public static RowReason Note { get; } = new("note", "{0} row is a note|{0} rows are notes", "Notes");

    public static RowReason Preview { get; } =
        new("preview", "{0} row is a preview or a test of the survey|{0} rows are previews or tests of the survey",
            "Previews and tests of the survey");

    public static RowReason Unfinished { get; } =
        new("unfinished", "{0} row is an answer that was not finished|{0} rows are answers that were not finished",
            "Answers that were not finished");

    public static IReadOnlyList<RowReason> All { get; } =
        [Empty, Title, SecondHeader, RepeatedHeader, Total, Note, Preview, Unfinished];

    /// <summary>Those whose rows are about somebody, or may be: a reader can be told to keep them.</summary>
    public static IReadOnlyList<RowReason> Keepable { get; } = [Total, Note, Preview, Unfinished];

    public string Code { get; }

    /// <summary>English for one and for several, divided by a bar: the key of its translations. {0} is how many.</summary>
    public string Words { get; }

    /// <summary>English, the key of its translations; empty where the rows cannot be kept.</summary>
    public string Name { get; }

    public static RowReason? Find(string code) => All.FirstOrDefault(r => r.Code == code);

    public override string ToString() => Code;
}
