namespace Cadran.Web.Files;

/// <summary>How somebody wants the files of a wave.</summary>
/// <param name="Language">Of questions and answers; where they are not written in it, the language they are written in.</param>
/// <param name="Labels">Words instead of numbers in the CSV of answers.</param>
public sealed record WaveFileStyle(string Language, CsvStyle Csv, bool Labels);
