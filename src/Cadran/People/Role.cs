namespace Cadran.People;

/// <summary>What a person is within an organisation. What a role may do is the table in <see cref="Rights"/>.</summary>
public enum Role { Administrator, CentralAnalyst, Manager, Analyst, AccountManager, Clerk, Executive, Auditor }

/// <summary>Something that can be allowed or refused, named by the object it concerns.</summary>
public enum Right
{
    /// <summary>See services, questionnaires, waves, results, register and reports.</summary>
    Read,
    /// <summary>Import and change services and standards.</summary>
    EditCatalogue,
    /// <summary>Write and publish questionnaires.</summary>
    EditQuestionnaires,
    /// <summary>Open, close and fill waves.</summary>
    RunCollection,
    /// <summary>Key answers taken by phone, interview or paper.</summary>
    EnterResponses,
    /// <summary>Record decisions, set targets, open and move actions, judge their effect.</summary>
    Improve,
    /// <summary>Give roles to people, read the audit trail.</summary>
    Administer,
    /// <summary>Read the audit trail.</summary>
    Audit,
}

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
        [Role.Executive] = [Right.Read],
        [Role.Auditor] = [Right.Read, Right.Audit],
    };

    public static bool Includes(this Role role, Right right) => ByRole[role].Contains(right);
}
