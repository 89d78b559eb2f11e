using Cadran.Csv;

namespace Cadran;

/// <summary>A file that cannot be read is a broken rule to pages and jobs.</summary>
public static class CsvRefusal
{
    /// <summary>Only the reason is kept: show <see cref="CsvError.WhereMessage"/> beside it.</summary>
    public static RuleViolationException AsRule(this CsvError error, string? field = null) =>
        new(error.Code, error.Message, field, [.. error.Args]);
}
