namespace Cadran.Questionnaires;

/// <summary>What came over from a file of another tool, what changed on the way, and what was left behind, in the order of the
/// file.</summary>
/// <param name="Tool">Name of the format, which is the same in every language.</param>
public sealed record LossReport(string Tool, IReadOnlyList<LossLine> Lines)
{
    public IEnumerable<LossLine> Of(LossKind kind) => Lines.Where(line => line.Kind == kind);

    public int Count(LossKind kind) => Lines.Count(line => line.Kind == kind);
}
