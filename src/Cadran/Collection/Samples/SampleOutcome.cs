namespace Cadran.Collection;

/// <summary>What a draw made of somebody who is in it, or could not be.</summary>
public enum SampleOutcome
{
    Drawn,
    /// <summary>On the opt-out list.</summary>
    OptedOut,
    /// <summary>Asked too recently or too often, by whichever organisation.</summary>
    AskedEnough,
    /// <summary>Nobody can write or call.</summary>
    NoContact,
    /// <summary>Has the contact of somebody who stands before in the frame.</summary>
    SameContact,
}
