using Cadran.Improvement;
using Microsoft.AspNetCore.Html;
using Microsoft.Extensions.Localization;

namespace Cadran.Web.Words;

/// <summary>The nine steps, what they ask for and how it stands, by name.</summary>
public static class StepWords
{
    /// <param name="step">From 1 to 9.</param>
    public static string Step(this IStringLocalizer text, int step) => step switch
    {
        1 => text["Internal assessment"],
        2 => text["Current state"],
        3 => text["Desired future"],
        4 => text["Priorities"],
        5 => text["Standards and targets"],
        6 => text["Improvement plan"],
        7 => text["Carry it out"],
        8 => text["Measure again"],
        _ => text["Recognise"],
    };

    /// <param name="question">From 1 to 4.</param>
    public static string Question(this IStringLocalizer text, int question) => question switch
    {
        1 => text["Where are we?"],
        2 => text["What do our clients expect?"],
        3 => text["What will our response be?"],
        _ => text["What form will it take?"],
    };

    public static string Need(this IStringLocalizer text, StepNeedKind kind) => kind switch
    {
        StepNeedKind.SelfAssessment => text["Self-assessment"],
        StepNeedKind.FeedbackStrategy => text["Feedback strategy"],
        StepNeedKind.ClientSurvey => text["Survey of clients"],
        StepNeedKind.StaffSurvey => text["Survey of staff"],
        StepNeedKind.StaffIdeas => text["Ideas from staff"],
        StepNeedKind.Vision => text["Vision of the service"],
        StepNeedKind.Decision => text["Decision on what comes first"],
        StepNeedKind.Standards => text["Service standards"],
        StepNeedKind.Target => text["Target"],
        StepNeedKind.Actions => text["Planned actions"],
        StepNeedKind.Plan => text["Yearly plan"],
        StepNeedKind.Delivery => text["Delivery of the actions"],
        StepNeedKind.NextWave => text["Wave after the delivery"],
        StepNeedKind.Verdict => text["Verdict on the effect"],
        _ => text["Recognition"],
    };

    public static string Statement(this IStringLocalizer text, StepStatementKind kind) => kind switch
    {
        StepStatementKind.SelfAssessment => text["Self-assessment"],
        StepStatementKind.FeedbackStrategy => text["Feedback strategy"],
        StepStatementKind.Vision => text["Vision of the service"],
        _ => text["Recognition"],
    };

    public static string Part(this IStringLocalizer text, StepPart part) => part switch
    {
        StepPart.Clients => text["Who the clients are"],
        StepPart.Products => text["What they receive"],
        StepPart.Services => text["How they receive it"],
        StepPart.Partners => text["Partners and others concerned"],
        StepPart.Strengths => text["Strengths"],
        StepPart.Weaknesses => text["Weaknesses"],
        StepPart.ClientSurvey => text["Survey of clients"],
        StepPart.StaffSurvey => text["Survey of staff"],
        StepPart.Interviews => text["Interviews and focus groups"],
        StepPart.Complaints => text["Complaints"],
        StepPart.Comments => text["Comments"],
        StepPart.StaffIdeas => text["Ideas from staff"],
        StepPart.Mission => text["What the service is for"],
        StepPart.Vision => text["How clients should find it one day"],
        StepPart.Whom => text["Who is recognised"],
        StepPart.Why => text["For what"],
        _ => text["How it was said to them"],
    };

    public static string State(this IStringLocalizer text, StepState state) => state switch
    {
        StepState.Late => text["overdue"],
        StepState.Missing => text["missing"],
        StepState.Begun => text["begun"],
        StepState.Waits => text["waiting"],
        _ => text["done"],
    };

    public static IHtmlContent Tag(this IStringLocalizer text, StepState state) => StateMarkup.Tag(text.State(state), Css(state));

    /// <summary>Class of the colour.</summary>
    public static string? Css(StepState state) => state switch
    {
        StepState.Late => "bad",
        StepState.Missing => "warn",
        StepState.Begun => null,
        StepState.Waits => "neutral",
        _ => "good",
    };
}
