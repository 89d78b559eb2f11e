using Cadran.People;

namespace Cadran.Web.Words;

/// <summary>What each role is there for, in one sentence.</summary>
public static class RoleWords
{
    public static string Sentence(Role role) => role switch
    {
        Role.Administrator => "Does everything the others do, gives roles, helps people into their accounts and reads the audit trail.",
        Role.CentralAnalyst =>
            "Measures for many services: catalogue, questionnaires, collection and the register of decisions and actions.",
        Role.Manager => "Runs a service: its entry in the catalogue, its waves, and what is decided, done and reached.",
        Role.Analyst => "Measures a service: its entry in the catalogue, its questionnaires, its waves and files of answers.",
        Role.AccountManager => "Reads everything and writes in the register of decisions, targets and actions.",
        Role.Clerk => "Will key answers taken by phone, interview or paper, when fieldwork has its page; cannot be given before.",
        Role.ComplaintOfficer => "Reads complaints with what people wrote, answers them, and names what failed.",
        Role.Executive => "Reads services, results, the register and reports, and changes nothing.",
        _ => "Reads what an executive reads; given at the top of the tree, the audit trail too.",
    };
}
