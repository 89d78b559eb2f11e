namespace Cadran.Statistics.Estimation;

/// <summary>An item under a two-stage or calibrated design: counts from small tables, errors from the rows.</summary>
internal sealed class RowItemTabulation(Design design, Item item, Factor? by, ItemTabulation counts)
    : ItemTabulation(design, item.Scale, counts.Groups)
{
    internal override DomainCounts Counts(int bucket) => counts.Counts(bucket);

    internal override Contributions Contributions(int bucket, ReadOnlySpan<double> deviations)
    {
        var domain = DomainOf(bucket);
        var answers = item.Answers.Span;
        var influence = new double[domain.Length];
        for (var i = 0; i < domain.Length; i++) if (domain[i]) influence[i] = deviations[answers[i] - Scale.Minimum];
        return new RowContributions(Design, influence, domain);
    }

    internal override LinearisedCovariance Covariance(int bucket, double[] shares, double weight)
    {
        var domain = DomainOf(bucket);
        var answers = item.Answers.Span;
        var influence = shares.Select(_ => new double[domain.Length]).ToArray();
        for (var i = 0; i < domain.Length; i++)
            for (var v = 0; domain[i] && v < shares.Length; v++)
                influence[v][i] = ((answers[i] - Scale.Minimum == v ? 1 : 0) - shares[v]) / weight;
        return Linearisation.Covariance(Design, influence, domain);
    }

    private bool[] DomainOf(int bucket)
    {
        var answers = item.Answers.Span;
        var domain = new bool[answers.Length];
        for (var i = 0; i < domain.Length; i++) domain[i] = answers[i] >= Scale.Minimum && (bucket < 0 || by!.Codes[i] == bucket);
        return domain;
    }
}
