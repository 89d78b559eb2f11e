namespace Cadran.Statistics.Disclosure;

/// <summary>Ledger of what noisy releases about the same people have cost: losses add up over releases, whoever reads them.</summary>
/// <remarks>Sequential composition (Dwork and others 2006): releases of ε₁ and ε₂ together are (ε₁ +
/// ε₂)-differentially private. Keep one ledger for all releases about a population and store <see cref="Spent"/> with them; a ledger that
/// is lost is a budget that is spent.</remarks>
public sealed class PrivacyBudget
{
    private readonly List<PrivacySpending> spent = [];

    /// <summary>A ledger, new or with what was spent before.</summary>
    /// <param name="epsilon">What all releases together may cost: finite and above 0. Values up to 1 are strong
    /// protection, above 10 hardly any.</param>
    /// <param name="spent">Earlier payments, in their order.</param>
    /// <exception cref="ArgumentOutOfRangeException">A budget or payment that is not above 0 and finite.</exception>
    public PrivacyBudget(double epsilon, IEnumerable<PrivacySpending>? spent = null)
    {
        Epsilon = Positive(epsilon);
        foreach (var payment in spent ?? [])
        {
            Positive(payment.Epsilon);
            this.spent.Add(payment);
        }
    }

    /// <summary>The whole budget.</summary>
    public double Epsilon { get; }

    /// <summary>Payments so far, in their order.</summary>
    public IReadOnlyList<PrivacySpending> Spent => spent;

    /// <summary>What is left, never below 0.</summary>
    public double Remaining => Math.Max(0, Epsilon - Compensated());

    /// <summary>Pays when enough is left; false, and nothing paid, when not.</summary>
    /// <param name="purpose">What is published with it.</param>
    /// <param name="epsilon">Above 0 and finite.</param>
    public bool TrySpend(string purpose, double epsilon)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(purpose);
        // Ten payments of a tenth are the whole budget, whatever a tenth is in binary.
        if (Positive(epsilon) > Remaining + 1e-12 * Epsilon) return false;
        spent.Add(new(purpose, epsilon));
        return true;
    }

    private double Compensated()
    {
        double sum = 0, lost = 0;
        foreach (var payment in spent)
        {
            var next = payment.Epsilon - lost;
            var total = sum + next;
            (lost, sum) = (total - sum - next, total);
        }
        return sum;
    }

    private static double Positive(double epsilon) => epsilon > 0 && double.IsFinite(epsilon) ? epsilon
        : throw new ArgumentOutOfRangeException(nameof(epsilon), epsilon, "A privacy loss is finite and above zero.");
}
