using Cadran.Improvement;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.Extensions.Localization;

namespace Cadran.Web.Words;

/// <summary>Where an entry of the register comes from and how large it is, in words. Keys of the localiser.</summary>
public static class SourceWords
{
    public static string Word(SourceKind kind) => kind switch
    {
        SourceKind.Decision => "Decision on results",
        SourceKind.Comment => "Comments of clients",
        SourceKind.Complaint => "Complaint",
        SourceKind.StaffIdea => "Idea from staff",
        SourceKind.Standard => "Service standard",
        SourceKind.Interview => "Interview",
        SourceKind.PartnerAnswer => "Answer of a partner",
        SourceKind.Audit => "Audit",
        _ => "Another source",
    };

    public static string Word(ActionSize size) => size switch
    {
        ActionSize.Small => "small",
        ActionSize.Medium => "medium",
        _ => "large",
    };

    /// <summary>What was done with an entry; its reason follows where there is one.</summary>
    public static string Done(this IStringLocalizer text, ActionStep step) => step.Kind switch
    {
        ActionStepKind.Assessed => text["assessed"],
        ActionStepKind.Approved => text["approved:"],
        ActionStepKind.Declined => text["declined:"],
        ActionStepKind.Deferred => text["deferred until {0}:", step.Until!.Value.Long()],
        ActionStepKind.Closed => text["closed:"],
        _ => text["opened again:"],
    };

    /// <summary>Every size, to choose from.</summary>
    public static IEnumerable<SelectListItem> Sizes(this IStringLocalizer text) =>
        Enum.GetValues<ActionSize>().Select(s => new SelectListItem(text[Word(s)], s.ToString()));
}
