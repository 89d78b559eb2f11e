namespace Cadran.People;

/// <summary>How much an organisation holds.</summary>
/// <param name="Below">Organisations directly under it.</param>
/// <param name="Roles">Roles that people have in it.</param>
public sealed record OrganisationContent(int Below, int Services, int Inventories, int Roles)
{
    public bool IsEmpty => this is { Below: 0, Services: 0, Inventories: 0, Roles: 0 };
}
