namespace Cadran.Reporting;

/// <summary>
/// The order of need, in which services are listed: first where an action is late or the target is missed; then where the score fell by
/// more than its margin; then where an effect can be verified; then where the measurement is older than its cycle, the oldest first; then
/// the lowest score. Where two stand alike, more reasons come before fewer and a lower score before a higher. Services that were never
/// measured come last: they are many, and nothing is known of them.
/// </summary>
public static class NeedOrder
{
    private const int NoReason = 100, NeverMeasured = 101;

    public static IOrderedEnumerable<ServiceStanding> Of(IEnumerable<ServiceStanding> services) => services
        .OrderBy(Rank)
        .ThenByDescending(s => Rank(s) < NoReason ? s.Reasons.Count : 0)
        .ThenBy(s => Rank(s) == Weight(AttentionReason.MeasureOld) ? s.Last?.EndsOn : null)
        .ThenBy(s => s.Score is { IsShown: true } score ? score.Score.Estimate : double.PositiveInfinity);

    private static int Rank(ServiceStanding service) => service.Reasons.Count > 0 ? service.Reasons.Min(Weight)
        : service.Last is null ? NeverMeasured : NoReason;

    private static int Weight(AttentionReason reason) => reason switch
    {
        AttentionReason.ActionLate or AttentionReason.TargetMissed => 0,
        AttentionReason.ScoreFell => 1,
        AttentionReason.EffectToVerify => 2,
        _ => 3,
    };
}
