namespace Cadran.Catalogue;

/// <summary>Collects what the quality rules find while files are read and applied.</summary>
internal sealed class Findings(InventoryParts parts)
{
    private readonly List<Finding> all = [];

    /// <returns>The rule: whether it rejects the row is the caller's business.</returns>
    public QualityRule Add(InventoryPart part, long row, long line, string subject, Remark remark)
    {
        QualityRule rule = parts.Rule(remark.Code);
        all.Add(Finding.Of(rule, part.Name, row, line, subject, remark));
        return rule;
    }

    public void Add(InventoryPart part, InventoryRow row, Remark remark) => Add(part, row.Row, row.Line, row.Subject, remark);

    /// <summary>The gravest first, then by file and row.</summary>
    public List<Finding> InOrder() => [.. all.OrderBy(f => f.Severity).ThenBy(f => parts.Place(f.File)).ThenBy(f => f.Row)];
}
