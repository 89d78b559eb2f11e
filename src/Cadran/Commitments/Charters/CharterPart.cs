namespace Cadran.Commitments;

/// <summary>What a charter says besides its promises, in the order of the sheet.</summary>
public enum CharterPart
{
    Rights,

    /// <summary>What is asked of people: to bring what is needed, to be on time.</summary>
    Duties,

    /// <summary>Where to turn when a promise is not kept, and to whom after that.</summary>
    Recourse,
    Contact,
    Hours,

    /// <summary>What is there for people with a disability, another language or no computer.</summary>
    Accessibility,
}
