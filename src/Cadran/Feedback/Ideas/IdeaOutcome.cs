namespace Cadran.Feedback;

/// <summary>What is to become of an idea.</summary>
public enum IdeaOutcome
{
    /// <summary>It is done, or becomes an entry of the register.</summary>
    Adopted,

    /// <summary>It is kept for a better moment, which the reasons name.</summary>
    Kept,

    /// <summary>It is there already; the reasons say where.</summary>
    There,

    /// <summary>Somebody else decides, who has it now.</summary>
    PassedOn,
    Declined,
}
