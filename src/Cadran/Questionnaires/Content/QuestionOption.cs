namespace Cadran.Questionnaires;

/// <summary>One thing that can be chosen.</summary>
/// <param name="Code">Stable option code stored in the answer, such as "5" or "online".</param>
public sealed record QuestionOption(string Code, LocalText Label)
{
    /// <summary>Whoever chooses it may write what they mean, as with <em>other</em>.</summary>
    [LeftOutWhenEmpty]
    public bool TakesText { get; init; }

    /// <summary>Whoever chooses it can choose nothing beside it, as with <em>none of these</em>.</summary>
    [LeftOutWhenEmpty]
    public bool Exclusive { get; init; }

    /// <summary>It is offered only to those for whom this holds; null for everybody.</summary>
    public Condition? ShownWhen { get; init; }
}
