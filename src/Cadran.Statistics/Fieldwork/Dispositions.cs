namespace Cadran.Statistics.Fieldwork;

/// <summary>
/// Final dispositions of a sample by AAPOR's categories, and the rates they give. Rates are proportions in [0, 1], NaN when nobody
/// is in the denominator.
/// </summary>
/// <param name="Complete">I: complete interviews.</param>
/// <param name="Partial">P: partial interviews, by the survey's own threshold.</param>
/// <param name="Refused">R: refusals and break-offs.</param>
/// <param name="NotContacted">NC: eligible, never reached.</param>
/// <param name="OtherEligible">O: eligible, not interviewed for another reason.</param>
/// <param name="UnknownHousehold">UH: not known whether there is an eligible person at all.</param>
/// <param name="UnknownOther">UO: other unknown eligibility, such as bounced mail under that rule.</param>
/// <param name="NotEligible">NE: out of scope; in no denominator, and in the estimate of e.</param>
/// <param name="EligibleShare">e when it is known from elsewhere, in [0, 1]; estimated when null.</param>
/// <remarks>AAPOR Standard Definitions. e, the eligible share of the unknown, is estimated as the eligible
/// share of the known (CASRO) unless given. Oracle: reference values computed in R 4.2 (misc_R.json).</remarks>
public sealed record Dispositions(int Complete, int Partial, int Refused, int NotContacted, int OtherEligible, int UnknownHousehold,
    int UnknownOther, int NotEligible, double? EligibleShare = null)
{
    /// <summary>I: complete interviews.</summary>
    public int Complete { get; } = Count(Complete, nameof(Complete));
    /// <summary>P: partial interviews, by the survey's own threshold.</summary>
    public int Partial { get; } = Count(Partial, nameof(Partial));
    /// <summary>R: refusals and break-offs.</summary>
    public int Refused { get; } = Count(Refused, nameof(Refused));
    /// <summary>NC: eligible, never reached.</summary>
    public int NotContacted { get; } = Count(NotContacted, nameof(NotContacted));
    /// <summary>O: eligible, not interviewed for another reason.</summary>
    public int OtherEligible { get; } = Count(OtherEligible, nameof(OtherEligible));
    /// <summary>UH: not known whether there is an eligible person at all.</summary>
    public int UnknownHousehold { get; } = Count(UnknownHousehold, nameof(UnknownHousehold));
    /// <summary>UO: other unknown eligibility, such as bounced mail under that rule.</summary>
    public int UnknownOther { get; } = Count(UnknownOther, nameof(UnknownOther));
    /// <summary>NE: out of scope; in no denominator, and in the estimate of e.</summary>
    public int NotEligible { get; } = Count(NotEligible, nameof(NotEligible));
    /// <summary>e as given, in [0, 1]; null to estimate it.</summary>
    public double? EligibleShare { get; } = EligibleShare is null or (>= 0 and <= 1) ? EligibleShare
        : throw new ArgumentOutOfRangeException(nameof(EligibleShare), EligibleShare, "An eligible share lies between 0 and 1.");

    private double Interviews => (double)Complete + Partial;
    private double Eligible => Interviews + Refused + NotContacted + OtherEligible;
    private double Unknown => (double)UnknownHousehold + UnknownOther;
    private double Reached => Interviews + Refused + OtherEligible;

    /// <summary>e: share of the unknown cases taken to be eligible; 1 when nothing is known.</summary>
    public double E => EligibleShare ?? (Eligible + NotEligible > 0 ? Eligible / (Eligible + NotEligible) : 1);

    /// <summary>The strictest response rate: complete interviews over everybody who may be eligible.</summary>
    public double RR1 => Over(Complete, Eligible + Unknown);
    /// <summary>Complete and partial interviews over everybody who may be eligible.</summary>
    public double RR2 => Over(Interviews, Eligible + Unknown);
    /// <summary>As RR1, counting only the estimated eligible among the unknown.</summary>
    public double RR3 => Over(Complete, Eligible + E * Unknown);
    /// <summary>As RR2, counting only the estimated eligible among the unknown.</summary>
    public double RR4 => Over(Interviews, Eligible + E * Unknown);
    /// <summary>
    /// Complete interviews over the known eligible: the largest rate of complete interviews, right when nobody unknown is eligible.
    /// </summary>
    public double RR5 => Over(Complete, Eligible);
    /// <summary>Complete and partial interviews over the known eligible.</summary>
    public double RR6 => Over(Interviews, Eligible);

    /// <summary>Complete interviews over everybody reached.</summary>
    public double Coop1 => Over(Complete, Reached);
    /// <summary>Complete and partial interviews over everybody reached.</summary>
    public double Coop2 => Over(Interviews, Reached);
    /// <summary>Complete interviews over those reached and able to answer.</summary>
    public double Coop3 => Over(Complete, Interviews + Refused);
    /// <summary>Complete and partial interviews over those reached and able to answer.</summary>
    public double Coop4 => Over(Interviews, Interviews + Refused);

    /// <summary>Refusals over everybody who may be eligible.</summary>
    public double Ref1 => Over(Refused, Eligible + Unknown);
    /// <summary>Refusals, counting only the estimated eligible among the unknown.</summary>
    public double Ref2 => Over(Refused, Eligible + E * Unknown);
    /// <summary>Refusals over the known eligible.</summary>
    public double Ref3 => Over(Refused, Eligible);

    /// <summary>Reached over everybody who may be eligible.</summary>
    public double Con1 => Over(Reached, Eligible + Unknown);
    /// <summary>Reached, counting only the estimated eligible among the unknown.</summary>
    public double Con2 => Over(Reached, Eligible + E * Unknown);
    /// <summary>Reached over the known eligible.</summary>
    public double Con3 => Over(Reached, Eligible);

    /// <summary>Location rate: reached, or known to be there, over everybody who may be eligible.</summary>
    public double Loc1 => Over(Eligible, Eligible + Unknown);
    /// <summary>Located, counting only the estimated eligible among the unknown.</summary>
    public double Loc2 => Over(Eligible, Eligible + E * Unknown);

    private static double Over(double part, double whole) => whole > 0 ? part / whole : double.NaN;

    private static int Count(int people, string name) =>
        people >= 0 ? people : throw new ArgumentOutOfRangeException(name, people, "A count is not negative.");
}
