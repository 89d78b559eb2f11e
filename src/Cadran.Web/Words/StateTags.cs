using Cadran.Improvement;
using Cadran.Statistics.Drivers;

namespace Cadran.Web.Words;

/// <summary>The word and the tag of each state; the word carries the meaning. Words are keys of the localiser.</summary>
public static class StateTags
{
    public static string Word(ActionState state) => state switch
    {
        ActionState.Raised => "raised, to assess",
        ActionState.Assessed => "assessed, to decide on",
        ActionState.Deferred => "deferred",
        ActionState.Declined => "declined",
        ActionState.Approved => "to start",
        ActionState.InProgress => "under way",
        ActionState.Delivered => "delivered, effect to verify",
        ActionState.Verified => "effect verified",
        ActionState.NotVerified => "effect not shown",
        ActionState.Closed => "closed",
        ActionState.Reopened => "opened again, to assess",
        _ => "abandoned",
    };

    public static string? Of(ActionState state) => state switch
    {
        ActionState.Verified => "good",
        ActionState.NotVerified or ActionState.Delivered => "warn",
        ActionState.Abandoned or ActionState.Declined or ActionState.Deferred or ActionState.Closed => "neutral",
        _ => null,
    };

    public static string Word(TargetStatus status) => status switch
    {
        TargetStatus.OnTrack => "on track",
        TargetStatus.OffTrack => "off track",
        TargetStatus.NotMeasured => "not measured",
        _ => "The margin does not decide it",
    };

    public static string? Of(TargetStatus status) => status switch
    {
        TargetStatus.OnTrack => "good",
        TargetStatus.OffTrack => "bad",
        TargetStatus.NotMeasured => "neutral",
        _ => "warn",
    };

    public static string Word(Quadrant? place) => place switch
    {
        Quadrant.ImproveFirst => "Improve first",
        Quadrant.Maintain => "Maintain",
        Quadrant.Watch => "Watch",
        Quadrant.PossibleOverkill => "Possible overkill",
        _ => "not placed",
    };

    public static string? Of(Quadrant? place) => place switch
    {
        Quadrant.ImproveFirst => "warn",
        Quadrant.Maintain => "good",
        _ => "neutral",
    };
}
