using Cadran.People;

namespace Cadran.Web.Pages.People;

/// <summary>A person as administrators see the account.</summary>
/// <param name="IsOverAll">Whoever looks administers every organisation in which the person has a role.</param>
public sealed record PersonView(Guid Id, string Name, string Email, DateTime? DisabledAtUtc, bool HasPassword, bool SecondStep,
    int Sessions, IReadOnlyList<PersonView.Given> Roles, bool IsOverAll)
{
    public sealed record Given(Role Role, LocalText Organisation);
}
