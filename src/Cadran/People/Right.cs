namespace Cadran.People;

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
    /// <summary>Read complaints with what people wrote, and answer them.</summary>
    HandleComplaints,
    /// <summary>Give roles to people, read the audit trail.</summary>
    Administer,
    /// <summary>Read the audit trail.</summary>
    Audit,
}
