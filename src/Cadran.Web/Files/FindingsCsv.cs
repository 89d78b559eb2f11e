using Cadran.Catalogue;
using Cadran.Csv;
using Microsoft.Extensions.Localization;

namespace Cadran.Web.Files;

/// <summary>Findings as a file for those who repair the source, in the reader's language.</summary>
public static class FindingsCsv
{
    public static byte[] Write(IEnumerable<Finding> findings, IStringLocalizer<Text> text) => CsvWriter.Write(csv =>
    {
        csv.Row(text["Severity"].Value, text["File"].Value, text["Row"].Value, text["Line"].Value, text["Number"].Value,
            text["Column"].Value, text["Rule"].Value, text["Finding"].Value, text["What to do"].Value);
        foreach (Finding f in findings)
            csv.Row(text[f.Rule.Severity.ToString()].Value, text[f.File.ToString()].Value, f.Row, f.Line, f.Subject, f.Field, f.Code,
                Say(f, text), text[f.Rule.Remedy].Value);
    });

    public static string Say(Finding finding, IStringLocalizer<Text> text) => text[finding.Rule.Message, [.. finding.Args]];
}
