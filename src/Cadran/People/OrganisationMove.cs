namespace Cadran.People;

/// <summary>What a move did to rights.</summary>
/// <param name="Gained">People who have a role above the organisation now, and had none.</param>
/// <param name="Lost">People who had a role above it, and have none now; a role in it, or below, they keep.</param>
public sealed record OrganisationMove(int Gained, int Lost);
