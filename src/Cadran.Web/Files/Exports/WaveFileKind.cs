namespace Cadran.Web.Files;

/// <summary>A file that one can have of a wave.</summary>
/// <param name="Code">Its name in addresses and on the command line.</param>
/// <param name="Ending">End of the file's name, which tells two files of one wave apart.</param>
/// <param name="Name">What it is: English, the key of its translations.</param>
/// <param name="Holds">What is in it and what is not: English, the key of its translations.</param>
/// <param name="OfPeople">Only for those who run the collection (ADR 0503).</param>
public sealed record WaveFileKind(string Code, string Ending, string ContentType, string Name, string Holds, bool OfPeople)
{
    private const string Csv = "text/csv; charset=utf-8", Plain = "text/plain; charset=utf-8", Binary = "application/octet-stream";

    public static WaveFileKind Counts { get; } = new("counts", "-counts.csv", Csv, "Tables of counts (CSV)",
        "How many gave each answer to each closed question, with shares and intervals, and how many gave none and why. "
            + "What the results page withholds is withheld here.", false);
    public static WaveFileKind Codebook { get; } = new("ddi", "-codebook.xml", "application/xml; charset=utf-8", "Codebook (DDI 2.5)",
        "The questions in all their languages, their answers and codes, how the wave was carried out, and the published counts. "
            + "For archives.", false);
    public static WaveFileKind Answers { get; } = new("csv", ".csv", Csv, "Answers person by person (CSV)",
        "A row for each person, in an order made anew for each file: ratings, ticked options and the sample. "
            + "Without channel, language, days, comments and questions about the person, "
            + "and without what the results page withholds.", true);
    public static WaveFileKind Spss { get; } = new("sav", ".sav", Binary, "Answers person by person (SPSS)",
        "The same rows and columns as the CSV, with the words of questions and answers, "
            + "and each kind of no answer marked as missing.", true);
    public static WaveFileKind R { get; } = new("r", ".R", Plain, "Starter script for R",
        "Reads the CSV, gives answers their words, sets aside those who gave none, and counts with the sample’s weights.", true);
    public static WaveFileKind Python { get; } = new("python", ".py", Plain, "Starter script for Python",
        "Reads the CSV, gives answers their words, sets aside those who gave none, and counts.", true);
    public static WaveFileKind Comments { get; } = new("comments", "-comments.csv", Csv, "Comments (CSV)",
        "Every comment that may be shown, with its question, in an order made of the words alone. "
            + "Names are not masked: read before you share.", true);
    public static WaveFileKind CommentsSpss { get; } = new("comments-sav", "-comments.sav", Binary, "Comments (SPSS)",
        "The same comments as long texts.", true);
    public static WaveFileKind Everything { get; } = new("zip", ".zip", "application/zip", "Everything you may have (ZIP)",
        "All of these files in one.", false);

    public static IReadOnlyList<WaveFileKind> All { get; } =
        [Counts, Codebook, Answers, Spss, R, Python, Comments, CommentsSpss, Everything];

    public static WaveFileKind? Find(string? code) => All.FirstOrDefault(kind => kind.Code == code);
}
