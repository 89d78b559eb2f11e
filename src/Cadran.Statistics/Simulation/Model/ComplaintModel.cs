namespace Cadran.Statistics.Simulation;

/// <summary>How often clients complain and how long a decision takes.</summary>
/// <param name="PerThousand">Complaints per 1,000 transactions of clients for whom no driver fails, at least 0.</param>
/// <param name="Growth">Factor on that rate for each driver that fails (is experienced at 3 or less), at least 1.</param>
/// <param name="MedianDays">Median time to decision, above 0.</param>
/// <param name="LogSpread">Standard deviation of the logarithm of that time, at least 0; 0.8 makes one case in ten
/// last nearly three times the median.</param>
/// <param name="PeriodDays">Days over which the transactions of a wave are spread, at least 1. At its end cases
/// without decision are open.</param>
/// <remarks>Complaints are Poisson given the experience of each client; times are lognormal and do not depend on the complaint.</remarks>
public sealed record ComplaintModel(double PerThousand = 2, double Growth = 2, double MedianDays = 20, double LogSpread = 0.8,
    int PeriodDays = 182)
{
    /// <summary>Complaints per 1,000 transactions of clients for whom no driver fails, at least 0.</summary>
    public double PerThousand { get; } = PerThousand >= 0 && double.IsFinite(PerThousand) ? PerThousand
        : throw new ArgumentOutOfRangeException(nameof(PerThousand), PerThousand, "A rate is finite and not negative.");

    /// <summary>Factor on that rate for each driver that fails (is experienced at 3 or less), at least 1.</summary>
    public double Growth { get; } = Growth >= 1 && double.IsFinite(Growth) ? Growth
        : throw new ArgumentOutOfRangeException(nameof(Growth), Growth, "A failing driver does not make complaints rarer.");

    /// <summary>Median time to decision, above 0.</summary>
    public double MedianDays { get; } = MedianDays > 0 && double.IsFinite(MedianDays) ? MedianDays
        : throw new ArgumentOutOfRangeException(nameof(MedianDays), MedianDays, "A time is finite and above zero.");

    /// <summary>
    /// Standard deviation of the logarithm of that time, at least 0; 0.8 makes one case in ten last nearly three times the median.
    /// </summary>
    public double LogSpread { get; } = LogSpread is >= 0 and <= 10 ? LogSpread
        : throw new ArgumentOutOfRangeException(nameof(LogSpread), LogSpread, "A spread lies between 0 and 10.");

    /// <summary>Days over which the transactions of a wave are spread, at least 1. At its end cases without decision are open.</summary>
    public int PeriodDays { get; } = PeriodDays >= 1
        ? PeriodDays : throw new ArgumentOutOfRangeException(nameof(PeriodDays), PeriodDays, "A period has at least one day.");
}
