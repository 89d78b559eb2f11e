namespace Cadran.People;

/// <summary>How much an organisation holds.</summary>
/// <param name="Below">Organisations directly under it.</param>
/// <param name="Roles">Roles that people have in it.</param>
/// <param name="Frames">Lists of its clients.</param>
/// <param name="Boxes">Boxes for ideas of its staff.</param>
/// <param name="Kept">What was made in its name and cannot be deleted: governance bodies, calendars, keys for programs.</param>
public sealed record OrganisationContent(int Below, int Services, int Inventories, int Roles, int Frames = 0, int Boxes = 0, int Kept = 0)
{
    public bool IsEmpty => this is { Below: 0, Services: 0, Inventories: 0, Roles: 0, Frames: 0, Boxes: 0, Kept: 0 };
}
