using Cadran.Statistics.Fieldwork;

namespace Cadran.Insight;

/// <summary>How far the people of a sample have come. Each number counts one thing, and people, not messages, unless it says so.</summary>
/// <param name="Eligible">People of the frame who could be asked.</param>
/// <param name="Invited">Drawn people to whom an invitation or a letter was made.</param>
/// <param name="Delivered">Of these, to whom a server took a message, or a letter was printed.</param>
/// <param name="Bounced">No mailbox at the address, and no other way was tried.</param>
/// <param name="Undelivered">Refused, put off too often, too late, waiting or uncertain, and no other way was tried.</param>
/// <param name="Refused">On the opt-out list since, without having answered.</param>
/// <param name="Used">Links that were used: complete answers. Null where it is not known, or of too few to be told.</param>
/// <param name="Rates">By AAPOR's definitions; null where it is not known who answered.</param>
/// <param name="Strata">Null where it is not known who answered.</param>
/// <param name="Indicator">R-indicator over strata and languages; null where it cannot be said or would tell of single people.</param>
public sealed record WaveLedger(int Eligible, int Drawn, int Invited, int Delivered, int Bounced, int Undelivered, int Refused, int? Used,
    Dispositions? Rates, IReadOnlyList<LedgerStratum>? Strata, double? Indicator, IReadOnlyList<LedgerDay> Days)
{
    /// <summary>Below, results of a wave are not taken for those of its clients: the rule of the Belgian method.</summary>
    public const double RateGoal = 0.30;
    public const int AnswersGoal = 30;

    public bool? MeetsRate => Rates is null ? null : Rates.RR1 >= RateGoal;

    /// <param name="answers">Answers that are published of the wave.</param>
    public static bool MeetsAnswers(long answers) => answers >= AnswersGoal;
}
