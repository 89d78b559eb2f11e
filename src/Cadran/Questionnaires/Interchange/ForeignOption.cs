namespace Cadran.Questionnaires;

/// <summary>Something that can be chosen, as a file has it.</summary>
/// <param name="Name">Its code there, by which rules and answers of the file name it.</param>
internal sealed record ForeignOption(string Name, ForeignText Label)
{
    public bool TakesText { get; init; }
    public bool Exclusive { get; init; }
    public ForeignExpression? ShownWhen { get; init; }
}
