using Cadran.Catalogue;
using Cadran.Csv;
using Microsoft.Extensions.Localization;

namespace Cadran.Web.Files;

/// <summary>Findings as a file for those who repair the source, in the reader's language.</summary>
public static class FindingsCsv
{
    public static byte[] Write(IEnumerable<Finding> findings, InventoryParts parts, IStringLocalizer<Text> text) => CsvWriter.Write(csv =>
    {
        csv.Row(text["Severity"].Value, text["File"].Value, text["Row"].Value, text["Line"].Value, text["Number"].Value,
            text["Column"].Value, text["Rule"].Value, text["Finding"].Value, text["What to do"].Value);
        foreach (Finding f in findings)
        {
            QualityRule rule = parts.Rule(f.Code);
            csv.Row(text[f.Severity.ToString()].Value, text[f.File].Value, f.Row, f.Line, f.Subject, f.Field, f.Code,
                text[rule.Message, [.. f.Args]].Value, text[rule.Remedy].Value);
        }
    });
}
