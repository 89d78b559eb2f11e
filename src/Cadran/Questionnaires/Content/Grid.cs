namespace Cadran.Questionnaires;

/// <summary>
/// What questions next to each other on one scale are asked under: shown as one table where there is room, else one after the other. It is
/// not a question: columns, scores and results stay those of the questions that name it.
/// </summary>
/// <param name="Code">What <see cref="Question.Grid"/> says.</param>
public sealed record Grid(string Code, LocalText Text)
{
    [LeftOutWhenEmpty]
    public LocalText Hint { get; init; } = LocalText.Empty;
}
