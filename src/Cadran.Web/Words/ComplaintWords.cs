using Cadran.Feedback;
using Cadran.Questionnaires;
using Cadran.Web.Platform;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.Extensions.Localization;

namespace Cadran.Web.Words;

/// <summary>Complaints in words: what they are about, how far they are, what happened. Keys of the localiser.</summary>
public static class ComplaintWords
{
    /// <summary>Drivers that a root cause can be, by code.</summary>
    public static readonly IReadOnlyList<string> Drivers =
        [.. Enum.GetValues<Driver>().Where(d => d != Driver.None).Select(d => d.ToString().ToLowerInvariant())];

    public static string Name(ComplaintAbout about) => about switch
    {
        ComplaintAbout.Service => "What was delivered",
        ComplaintAbout.Delay => "How long it took, or that nothing came",
        ComplaintAbout.Manner => "How people were treated",
        _ => "How the rules were applied",
    };

    public static string Name(ComplaintState state) => state switch
    {
        ComplaintState.Received => "to be admitted or not",
        ComplaintState.Admitted => "admitted, to be answered",
        ComplaintState.Answered => "has its answer",
        ComplaintState.Refused => "not admitted",
        _ => "joined with another",
    };

    public static string? Tag(ComplaintState state) => state switch
    {
        ComplaintState.Answered => "good",
        ComplaintState.Refused or ComplaintState.Merged => "neutral",
        ComplaintState.Received => "warn",
        _ => null,
    };

    public static string Name(RefusalGround ground) => ground switch
    {
        RefusalGround.OldFacts => "It is about something too long ago",
        RefusalGround.OtherAuthority => "Another authority has to answer it",
        RefusalGround.InformationRequest => "It asks for information and complains of nothing",
        RefusalGround.AnsweredBefore => "It was answered before, and nothing is new",
        _ => "Nobody can tell what it is about",
    };

    public static string Name(ComplaintOutcome outcome) => outcome switch
    {
        ComplaintOutcome.Founded => "founded",
        ComplaintOutcome.PartlyFounded => "partly founded",
        _ => "not founded",
    };

    public static string Channel(string code) => code switch
    {
        "phone" => "Telephone",
        "email" => "E-mail",
        "post" => "Letter",
        "person" => "At a counter",
        _ => "Form on the web",
    };

    /// <summary>How satisfied with an answer, from 1 to 5.</summary>
    public static string Satisfaction(int rating) => rating switch
    {
        1 => "Not at all satisfied",
        2 => "Not satisfied",
        3 => "Neither satisfied nor dissatisfied",
        4 => "Satisfied",
        _ => "Fully satisfied",
    };

    public static IEnumerable<SelectListItem> Abouts(IStringLocalizer<Text> text) =>
        Enum.GetValues<ComplaintAbout>().Select(a => new SelectListItem(text[Name(a)], a.ToString()));

    /// <summary>The name of a driver by its code.</summary>
    public static string DriverOf(this IStringLocalizer<Text> text, string code) =>
        Enum.TryParse(code, ignoreCase: true, out Driver driver) ? text.Of(driver) : code;

    /// <summary>What happened, in a sentence without who and when.</summary>
    public static string Said(this IStringLocalizer<Text> text, ComplaintStep step) => step.Kind switch
    {
        ComplaintStepKind.Received => text["Received: {0}", text[Channel(step.Detail)].Value],
        ComplaintStepKind.Admitted => text["Admitted: it will be answered"],
        ComplaintStepKind.Refused => text["Not admitted: {0}", text[Name(Enum.Parse<RefusalGround>(step.Detail))].Value],
        ComplaintStepKind.Assigned => text["Given to {0}", step.Detail],
        ComplaintStepKind.Note => text["Note for colleagues"],
        ComplaintStepKind.Answered => text["Answered: {0}", text[Name(Enum.Parse<ComplaintOutcome>(step.Detail))].Value],
        ComplaintStepKind.Reopened => text["Opened again"],
        ComplaintStepKind.Caused => text["Root cause: {0}", DriverOf(text, step.Detail)],
        ComplaintStepKind.Merged => text["Joined with {0}", step.Detail],
        ComplaintStepKind.Rated => text["Answer rated: {0}", text[Satisfaction(step.Detail[0] - '0')].Value],
        _ => text["What people wrote was erased"],
    };
}
