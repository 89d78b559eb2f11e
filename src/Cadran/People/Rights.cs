namespace Cadran.People;

public static class Rights
{
    private static readonly Dictionary<Role, Right[]> ByRole = new()
    {
        [Role.Administrator] = Enum.GetValues<Right>(),
        [Role.CentralAnalyst] =
            [Right.Read, Right.EditCatalogue, Right.EditQuestionnaires, Right.RunCollection, Right.EnterResponses, Right.Improve],
        [Role.Manager] = [Right.Read, Right.EditCatalogue, Right.RunCollection, Right.Improve],
        [Role.Analyst] = [Right.Read, Right.EditCatalogue, Right.EditQuestionnaires, Right.RunCollection, Right.EnterResponses],
        [Role.AccountManager] = [Right.Read, Right.Improve],
        [Role.Clerk] = [Right.EnterResponses],
        [Role.ComplaintOfficer] = [Right.Read, Right.HandleComplaints],
        [Role.Executive] = [Right.Read],
        [Role.Auditor] = [Right.Read, Right.Audit],
    };

    /// <summary>Every page asks for the right to read; entering responses will have its page with fieldwork.</summary>
    public static bool HasPages(this Role role) => role.Includes(Right.Read);

    public static bool Includes(this Role role, Right right) => ByRole[role].Contains(right);
}
