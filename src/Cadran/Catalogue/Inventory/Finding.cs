namespace Cadran.Catalogue;

public enum Severity { Error, Warning, Suggestion }

/// <summary>Which of the two inventory files something is about.</summary>
public enum InventoryFile { Services, Standards }

/// <summary>Something a quality rule has to say about one row. It says it; it never repairs it.</summary>
/// <param name="Code">The rule, see <see cref="QualityRules"/>.</param>
/// <param name="Row">As a spreadsheet numbers it; 0 when the finding is about what is stored and not about a file.</param>
/// <param name="Subject">Number of the service, or of the service and the standard.</param>
/// <param name="Field">Column of the inventory.</param>
/// <param name="Args">For the placeholders of the rule's message.</param>
public sealed record Finding(string Code, InventoryFile File, long Row, long Line, string Subject, string Field, IReadOnlyList<string> Args)
{
    public QualityRule Rule => QualityRules.Find(Code);
}
