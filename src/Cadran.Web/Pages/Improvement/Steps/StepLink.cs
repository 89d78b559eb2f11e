using Cadran.Improvement;
using Cadran.People;

namespace Cadran.Web.Pages.Improvement;

/// <summary>Where what a step asks for is done, or where what is there is seen.</summary>
/// <param name="Words">English, the key of its translations.</param>
/// <param name="Right">What it takes to do it.</param>
public sealed record StepLink(string Href, string Words, Right Right)
{
    /// <summary>Null where nothing can be done yet.</summary>
    public static StepLink? Of(Guid service, StepNeed need) => need switch
    {
        { State: StepState.Waits } => null,
        { Kind: StepNeedKind.SelfAssessment } => Write(service, need, StepStatementKind.SelfAssessment),
        { Kind: StepNeedKind.FeedbackStrategy } => Write(service, need, StepStatementKind.FeedbackStrategy),
        { Kind: StepNeedKind.Vision } => Write(service, need, StepStatementKind.Vision),
        { Kind: StepNeedKind.Recognition } => Write(service, need, StepStatementKind.Recognition),
        { Kind: StepNeedKind.StaffSurvey } => new(Routes.Steps.Staff(service), "Name the wave", Right.Improve),
        { Kind: StepNeedKind.StaffIdeas, About: { } box } => new(Routes.Ideas.Index(box), "See the ideas", Right.Read),
        { Kind: StepNeedKind.StaffIdeas } => new(Routes.Boxes.New(service), "Open a box for ideas", Right.Improve),
        { Kind: StepNeedKind.ClientSurvey or StepNeedKind.NextWave } => Wave(service, need),
        { Kind: StepNeedKind.Decision, State: StepState.Done, About: { } id } =>
            new(Routes.Decisions.Show(id), "Read the decision", Right.Read),
        { Kind: StepNeedKind.Decision, About: { } wave } => new(Routes.Decisions.New(wave), "Record a decision", Right.Improve),
        { Kind: StepNeedKind.Standards, Count: 0 } => new(Routes.Standards.New(service), "Add a standard", Right.EditCatalogue),
        { Kind: StepNeedKind.Standards } => new(Routes.Services.Standards(service), "See the standards", Right.Read),
        { Kind: StepNeedKind.Target, About: { } id } => new(Routes.Targets.Show(id), "See the target", Right.Read),
        { Kind: StepNeedKind.Target } => new(Routes.Targets.New(service), "Set a target", Right.Improve),
        { Kind: StepNeedKind.Actions, State: StepState.Missing, About: { } id } =>
            new(Routes.Actions.New(id), "Open an action", Right.Improve),
        { Kind: StepNeedKind.Plan, About: { } id } => new(Routes.Plans.Show(id), "See the plan", Right.Read),
        { Kind: StepNeedKind.Plan } => new(Routes.Plans.New(service), "Begin a yearly plan", Right.Improve),
        { Kind: StepNeedKind.Delivery, State: StepState.Late, About: { } id } =>
            new(Routes.Actions.Show(id), "See the late action", Right.Read),
        { Kind: StepNeedKind.Verdict, State: StepState.Missing, About: { } id } =>
            new(Routes.Actions.Effect(id), "Judge the effect", Right.Improve),
        _ => new(Routes.Improvement.Index(service), "See the register", Right.Read),
    };

    private static StepLink Write(Guid service, StepNeed need, StepStatementKind kind) => new(
        Routes.Steps.Write(service, kind.ToString()), need.State == StepState.Missing ? "Write it" : "Write it anew", Right.Improve);

    private static StepLink Wave(Guid service, StepNeed need) => need switch
    {
        { State: StepState.Done, About: { } id } => new(Routes.Results.Show(id), "Results of the wave", Right.Read),
        { State: StepState.Begun, Kind: StepNeedKind.NextWave, About: { } id } => new(Routes.Waves.Show(id), "Follow the wave", Right.Read),
        { State: StepState.Begun, On: null, About: { } id } => new(Routes.Waves.Show(id), "Follow the wave", Right.Read),
        { State: StepState.Begun, About: { } id } => new(Routes.Results.Show(id), "Results of the wave", Right.Read),
        _ => new(Routes.Waves.New(service), "Plan a wave", Right.RunCollection),
    };
}
