namespace Cadran.Improvement;

/// <summary>One of the nine steps of a service.</summary>
/// <param name="Number">From 1 to 9.</param>
public sealed record ImprovementStep(int Number, IReadOnlyList<StepNeed> Needs)
{
    public StepState State =>
        Needs.Any(n => n.State == StepState.Late) ? StepState.Late
        : Needs.All(n => n.State == StepState.Done) ? StepState.Done
        : Needs.Any(n => n.State is StepState.Done or StepState.Begun) ? StepState.Begun
        : Needs.All(n => n.State == StepState.Waits) ? StepState.Waits
        : StepState.Missing;

    /// <summary>The first thing to do in it; null when there is nothing.</summary>
    public StepNeed? Next => Needs.Where(n => n.State is StepState.Late or StepState.Missing).OrderBy(n => n.State).FirstOrDefault();
}
