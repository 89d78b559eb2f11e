using Cadran.Improvement;
using Cadran.Web.Platform;
using Microsoft.Extensions.Localization;

namespace Cadran.Web.Words;

/// <summary>How each thing stands that the nine steps ask for, in a sentence.</summary>
public static class StepSentences
{
    public static string Said(this IStringLocalizer text, NineSteps steps, StepNeed need) => need.Kind switch
    {
        StepNeedKind.ClientSurvey => text.ClientSurvey(steps, need),
        StepNeedKind.StaffSurvey => text.StaffSurvey(steps, need),
        StepNeedKind.StaffIdeas => need.State switch
        {
            StepState.Done => text["A box is open, and no answer is overdue."],
            StepState.Late => text.Plural("{0} answer was due by {1}.|{0} answers are overdue, the first was due by {1}.",
                need.Count, Day(need)),
            _ => text["Staff have no open box for ideas."],
        },
        StepNeedKind.Decision => need.State switch
        {
            StepState.Done => text["Decided on {0}.", Day(need)],
            StepState.Waits => text["Waits for a wave that shows what matters."],
            _ => text["The last wave shows what matters, and nothing is decided yet."],
        },
        StepNeedKind.Standards => need.Count == 0 ? text["Nothing is promised to clients yet."]
            : text.Plural("{0} standard is promised.|{0} standards are promised.", need.Count),
        StepNeedKind.Target => need.State switch
        {
            StepState.Done => text["To be reached by {0}.", Day(need)],
            StepState.Late => text["It was due on {0}: say whether it was reached, and set the next.", Day(need)],
            StepState.Waits => text["Waits for a baseline: a closed wave."],
            _ => text["No target is set."],
        },
        StepNeedKind.Actions => need.State switch
        {
            StepState.Done => text.Plural("{0} action, due on {1}.|{0} actions, the last due on {1}.", need.Count, Day(need)),
            StepState.Waits => text["Waits for a decision."],
            _ => text["No action carries out the decision yet."],
        },
        StepNeedKind.Plan => need.State switch
        {
            StepState.Done => text["The plan of this year was approved on {0}.", Day(need)],
            StepState.Begun => text["The plan of this year is not approved yet."],
            StepState.Waits => text["Waits for a decision."],
            _ => text["There is no plan for this year."],
        },
        StepNeedKind.Delivery => text.Delivery(steps, need),
        StepNeedKind.NextWave => need.State switch
        {
            StepState.Done => text["A wave began after the last delivery; it ended on {0}.", Day(need)],
            StepState.Begun => text["A wave after the last delivery is planned or under way."],
            StepState.Waits => text["Waits for a first delivery."],
            _ => text["Nothing was measured after the last delivery, on {0}.", Day(need)],
        },
        StepNeedKind.Verdict => need.State switch
        {
            StepState.Done => text.Plural("The effect of {0} action is judged, last on {1}.|"
                + "The effects of {0} actions are judged, last on {1}.", need.Count, Day(need)),
            StepState.Waits when need.Count > 0 => text["Waits for a wave that begins after the delivery."],
            StepState.Waits => text["Waits for a first delivery."],
            _ => text.Plural("{0} delivered action can be judged: a later wave has closed.|"
                + "{0} delivered actions can be judged: a later wave has closed.", need.Count),
        },
        StepNeedKind.Recognition => need.State switch
        {
            StepState.Done => text["Written on {0}.", Day(need)],
            StepState.Waits => text["Waits for a verified effect."],
            _ => text["An effect was verified on {0}: thank those who brought it about.", Day(need)],
        },
        _ => need.State switch
        {
            StepState.Done => text["Written on {0}.", Day(need)],
            StepState.Late => text["Written on {0}, more than a year ago: look at it again.", Day(need)],
            _ => text["Nobody has written it yet."],
        },
    };

    private static string ClientSurvey(this IStringLocalizer text, NineSteps steps, StepNeed need) => (need.State, need.On) switch
    {
        (StepState.Done, _) => text["The last one ended on {0}.", Day(need)],
        (StepState.Late, _) => text.Old(steps, need),
        (StepState.Begun, null) => text["A first wave is planned or under way."],
        (StepState.Begun, _) => text["The last one ended on {0}, too long ago; the next is planned or under way.", Day(need)],
        _ => text["No wave has asked clients yet."],
    };

    private static string StaffSurvey(this IStringLocalizer text, NineSteps steps, StepNeed need) => need.State switch
    {
        StepState.Done => text["The last one ended on {0}.", Day(need)],
        StepState.Late => text.Old(steps, need),
        _ => text["No closed wave is named that asked staff."],
    };

    private static string Old(this IStringLocalizer text, NineSteps steps, StepNeed need) =>
        text["The last one ended on {0}; the rule is one every {1} months.", Day(need), steps.Facts.CycleMonths];

    private static string Delivery(this IStringLocalizer text, NineSteps steps, StepNeed need) => need.State switch
    {
        StepState.Done => text.Plural("The action is delivered.|All {0} actions are delivered.", need.Count),
        StepState.Late => text.Plural("{0} action is late since {1}.|{0} actions are late, the first since {1}.", need.Count, Day(need)),
        StepState.Waits => text["Waits for a first action."],
        _ => text["{0} of {1} actions delivered, none late.", need.Count, steps.Facts.Actions.Count],
    };

    private static string Day(StepNeed need) => need.On?.Long() ?? "";
}
