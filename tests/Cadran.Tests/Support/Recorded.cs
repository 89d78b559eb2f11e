using Cadran.Collection;
using Cadran.Improvement;
using Cadran.People;

namespace Cadran.Tests.Support;

/// <summary>Entries of the register as somebody makes them, for tests that are about what comes after.</summary>
internal static class Recorded
{
    public static Actor Somebody { get; } = new(null, "somebody");

    /// <summary>A decision from that wave, taken that day.</summary>
    public static Decision Decision(Wave wave, DateOnly on, string driver = MeasureNames.Overall, LocalText? title = null,
        LocalText? body = null) =>
        Cadran.Improvement.Decision.Record(
            wave, new DecisionEvidence { Driver = driver, Respondents = 50, Drivers = 5 }, title ?? new("T", ""), new("R", ""),
            body ?? new("B", ""), on, Somebody,
            TestApp.Now);

    /// <summary>An action that aims at the item.</summary>
    public static ImprovementAction Action(Decision decision, string item, LocalText? title = null) =>
        ImprovementAction.Open(decision, title ?? new("A", ""), LocalText.Empty, "O", TestApp.Now.Today, item, 5, [item], Somebody,
            TestApp.Now);

    /// <summary>An action that was delivered that day.</summary>
    public static ImprovementAction Delivered(Decision decision, string item, DateOnly on)
    {
        ImprovementAction action = Action(decision, item);
        action.Deliver(on, decision, Somebody, TestApp.Now);
        return action;
    }
}
