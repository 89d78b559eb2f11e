namespace Cadran.Improvement;

/// <summary>How something the steps ask for stands, and the step that asks for it.</summary>
public enum StepState
{
    /// <summary>Past its day, or older than it may be.</summary>
    Late,

    /// <summary>Not there, and could be.</summary>
    Missing,

    /// <summary>There in part, or under way.</summary>
    Begun,

    /// <summary>Cannot be there yet: something before it is missing.</summary>
    Waits,
    Done,
}
