using Cadran.Csv;

namespace Cadran.Catalogue;

/// <summary>What an import found and did, or would do. Kept as the outcome of its job.</summary>
/// <param name="Findings">The first ones; <paramref name="FindingCounts"/> knows all.</param>
/// <param name="FindingCounts">Rule → how often.</param>
/// <param name="StandardsYear">Fiscal year of most rows of the standards file; null without one.</param>
public sealed record CatalogueImport(bool Committed, IReadOnlyList<FileOutcome> Files, int NewOrganisations,
    IReadOnlyList<Finding> Findings, IReadOnlyDictionary<string, int> FindingCounts, UnreadableFile? Unreadable = null, string? StandardsYear = null)
{
    /// <summary>Findings kept one by one. A file that has more is not read row by row by anybody.</summary>
    public const int MostFindings = 20_000;

    public int Changes => NewOrganisations + Files.Sum(f => f.New + f.Changed);

    public int Count(Severity severity) => FindingCounts.Where(f => QualityRules.Find(f.Key).Severity == severity).Sum(f => f.Value);
}

/// <summary>One file's rows by what happened to them.</summary>
/// <param name="Things">Different services or standards among the accepted rows; a service may be reported for several years.</param>
public sealed record FileOutcome(InventoryFile Kind, string Name, int Rows, int Things, int New, int Changed, int Unchanged, int Rejected);

/// <summary>A file that could not be read to its end, and why: two messages with their arguments, where and what.</summary>
public sealed record UnreadableFile(string Name, string Code, string Where, IReadOnlyList<string> WhereArgs, string Message, IReadOnlyList<string> Args)
{
    internal static UnreadableFile From(GivenFile file, CsvError error) =>
        new(file.Name, error.Code, error.WhereMessage, Texts(error.WhereArgs), error.Message, Texts(error.Args));

    private static string[] Texts(IReadOnlyList<object> args) => [.. args.Select(a => Convert.ToString(a, System.Globalization.CultureInfo.InvariantCulture) ?? "")];
}

/// <summary>A file given to the import, under the name its owner knows it by.</summary>
public sealed record GivenFile(string Path, string Name);
