using Cadran.People;
using Microsoft.Extensions.Localization;

namespace Cadran.Web.Words;

/// <summary>
/// The audit trail in words: what was done, and what kind of thing it was done to. The codes themselves stay in the record.
/// </summary>
public static class TrailWords
{
    /// <summary>What each kind of object is called, in the order in which people look for them.</summary>
    public static readonly IReadOnlyDictionary<string, string> Subjects = new Dictionary<string, string>
    {
        ["Organisation"] = "Organisation",
        ["User"] = "Account",
        ["IdentityUserPasskey`1"] = "Passkey",
        ["Membership"] = "Role",
        ["Service"] = "Service",
        ["ServiceVolume"] = "Volume of a service",
        ["ServiceStandard"] = "Service standard",
        ["StandardResult"] = "Result of a standard",
        ["Questionnaire"] = "Questionnaire",
        ["QuestionnaireVersion"] = "Version of a questionnaire",
        ["Wave"] = "Wave",
        ["ResponseImport"] = "File of answers",
        ["Decision"] = "Decision",
        ["Target"] = "Target",
        ["ImprovementAction"] = "Action",
    };

    /// <summary>What somebody did, to follow the name of who did it: English, the key of its translations.</summary>
    public static string Done(string action) => action switch
    {
        "account.passkey-added" => "added a passkey",
        "account.passkey-removed" => "removed a passkey",
        "account.password-changed" => "changed the own password",
        "account.password-chosen" => "chose a password by a link",
        "account.recovery-codes" => "made new recovery codes",
        "account.reset" => "made a link to choose a password, on the command line",
        "account.second-step" => "used the second step",
        "account.second-step-begun" => "began to set up the second step",
        "account.second-step-off" => "turned the second step off",
        "account.second-step-on" => "turned the second step on",
        "account.sign-in" => "had a password checked",
        "account.signed-in" => "began a session",
        "account.signed-out" => "ended the session",
        "action.abandon" => "abandoned the action",
        "action.correct" => "corrected the action",
        "action.deliver" => "marked the action as delivered",
        "action.judge" => "judged the effect of the action",
        "action.open" => "opened the action",
        "action.start" => "marked the action as started",
        "action.take-back" => "took a step of the action back",
        "action.texts" => "added the other language to the action",
        "catalogue.import" => "imported an inventory",
        "comments.read" => "read the comments",
        "decision.correct" => "corrected the decision",
        "decision.record" => "recorded the decision",
        "decision.texts" => "added the other language to the decision",
        "decision.withdraw" => "withdrew the decision",
        "demonstration.fill" => "filled the demonstration",
        "import.check" => "checked a file of answers",
        "import.commit" => "imported a file of answers",
        "import.map" => "said what the columns of a file hold",
        "import.remove" => "removed a file of answers that was not imported",
        "import.undo" => "took an import of answers back",
        "import.upload" => "uploaded a file of answers",
        "organisation.create" => "added the organisation",
        "organisation.cycle" => "changed how often the organisation measures",
        "organisation.delete" => "deleted the organisation",
        "organisation.edit" => "changed the organisation",
        "organisation.move" => "moved the organisation in the tree",
        "people.account-created" => "created the account",
        "people.disabled" => "disabled the account",
        "people.enabled" => "enabled the account",
        "people.link-given" => "made a link to choose a password",
        "people.read" => "read answers person by person",
        "people.role-given" => "gave the role",
        "people.role-removed" => "removed the role",
        "people.second-step-removed" => "took the second step away",
        "people.sessions-ended" => "ended all sessions",
        "questionnaire.add" => "added a common measure",
        "questionnaire.create" => "created the questionnaire",
        "questionnaire.import" => "made the questionnaire from a file of another tool",
        "questionnaire.delete" => "deleted the draft",
        "questionnaire.down" => "moved a question down",
        "questionnaire.free" => "made a question optional",
        "questionnaire.own-add" => "added a question of the service",
        "questionnaire.own-change" => "changed a question of the service",
        "questionnaire.publish" => "published the questionnaire",
        "questionnaire.remove" => "removed a question",
        "questionnaire.require" => "made a question required",
        "questionnaire.texts" => "changed texts and languages",
        "questionnaire.undo" => "undid the last change",
        "questionnaire.up" => "moved a question up",
        "service.create" => "added the service",
        "service.delete" => "deleted the service",
        "service.edit" => "changed the service",
        "setup.administrator" => "set up the first administrator",
        "setup.organisation" => "set up the organisation",
        "standard.correct" => "corrected the standard",
        "standard.create" => "added the standard",
        "standard.year" => "recorded a year of the standard",
        "target.correct" => "corrected the target",
        "target.set" => "recorded the target",
        "target.withdraw" => "withdrew the target",
        "wave.close" => "closed the wave",
        "wave.create" => "planned the wave",
        "wave.delete" => "deleted the wave",
        "wave.put-back" => "counted online answers again",
        "wave.reopen" => "reopened the wave",
        "wave.reschedule" => "changed the name or the dates of the wave",
        "wave.set-aside" => "set online answers aside",
        _ when action.EndsWith(".deleted", StringComparison.Ordinal) => "deleted something",
        _ when action.EndsWith(".added", StringComparison.Ordinal) => "added something",
        _ => "changed something",
    };

    /// <summary>Who did it: a person by name; a command and the program itself in the reader's language.</summary>
    public static string By(this IStringLocalizer<Text> text, Guid? userId, string name) => (userId, name) switch
    {
        (null, var by) when by == Actor.System.Name => text["the program itself"],
        (null, var by) when by == Actor.Command.Name => text["somebody on the command line"],
        _ => name,
    };
}
