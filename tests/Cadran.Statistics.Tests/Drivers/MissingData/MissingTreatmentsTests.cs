using Cadran.Statistics.Drivers;
using Cadran.Statistics.Estimation;
using Cadran.Statistics.Regression;
using Cadran.Statistics.Simulation;

namespace Cadran.Statistics.Tests.Drivers;

/// <summary>Ways to treat missing ratings. Oracle: R 4.2.2, mice 3.15.0, survey 4.1-1, Golden/missing.R.</summary>
public class MissingTreatmentsTests
{
    private static readonly Table T = CmtSynth.Wave(1);

    private static ReadOnlyMemory<double>[] Columns() =>
        [.. CmtSynth.Drivers.Append("overall").Select(c => (ReadOnlyMemory<double>)T.Numbers(c))];

    // Upper triangle, column by column, as R prints it.
    private static double[] Upper(double[,] m) =>
        [.. from b in Enumerable.Range(1, m.GetLength(0) - 1) from a in Enumerable.Range(0, b) select m[a, b]];

    [Fact]
    public void Pairwise_MatchesCor()
    {
        var plain = PairwiseCorrelation.Of(Columns());
        Close.To(
            [0.6679572768194665, 0.6756490966813096, 0.6777486446719411, 0.6583626137173919, 0.654103132323866, 0.6753790388895902,
            0.6612812359614236, 0.6512309577370308,
            0.684078016121647, 0.6716005471117299, 0.73104935323488, 0.6868521232118449, 0.6948605069837576, 0.70832360077829,
            0.6967569681516671], Upper(plain.Correlation), 1e-12);
        Assert.False(plain.Projected);
        // R: sum(!is.na(timeliness)), sum(!is.na(knowledge) & !is.na(courtesy))
        Assert.Equal((1170, 1004), (plain.Rows[0, 0], plain.Rows[1, 2]));
        var weighted = PairwiseCorrelation.Of(Columns(), T.Numbers("w"));
        Close.To(
            [0.6621941741854133, 0.6713715206543547, 0.6762146381609236, 0.6500592033185685, 0.6532580209196878, 0.6699455402723301,
            0.6560740624217313, 0.6527148627965844,
            0.6848521685958796, 0.6595519729776687, 0.7243717374483783, 0.6709656549726902, 0.685133750737459, 0.6973111973134669,
            0.6899182029139648], Upper(weighted.Correlation), 1e-12);
    }

    [Fact]
    public void Pairwise_ThatNoDataCanHave_IsProjectedAndSaysSo()
    {
        var projected = PairwiseCorrelation.Project(new[,] { { 1, .9, -.6 }, { .9, 1, .5 }, { -.6, .5, 1 } }, new int[3, 3]);
        Assert.True(projected.Projected);
        Close.To(-.3491654551940331, projected.SmallestEigenvalue, 1e-12);
        Close.To([.6801090494467806, -.4420019341115541, .3570013512602312], Upper(projected.Correlation), 1e-12);
        Close.To(.9 - .6801090494467806, projected.LargestChange, 1e-12);
        Assert.True(SymmetricMatrix.Eigen(projected.Correlation).Values[^1] > -1e-12);
        // The same from data: three columns, each pair answered by other people.
        var n = double.NaN;
        double[] a = [1, 2, 3, 1, 2, 3, n, n, n], b = [1, 2, 3, n, n, n, 1, 2, 3], c = [n, n, n, 3, 2, 1, 1, 2, 3];
        var fromData = PairwiseCorrelation.Of([a, b, c]);
        Assert.True(fromData.Projected && fromData.SmallestEigenvalue < -.9);
        Assert.InRange(fromData.Importance().RSquared, 0, 1 + 1e-9);
    }

    [Fact]
    public void Pairwise_EdgeInputs()
    {
        Assert.Throws<ArgumentException>(() => PairwiseCorrelation.Of([]));
        Assert.Throws<ArgumentException>(() => PairwiseCorrelation.Of([new double[] { 1, 2 }, new double[] { 1 }]));
        Assert.Throws<ArgumentException>(() => PairwiseCorrelation.Of([new[] { 1, double.PositiveInfinity }]));
        Assert.Throws<ArgumentException>(() => PairwiseCorrelation.Of([new double[] { 1, 2 }], [1, -1]));
        var apart = PairwiseCorrelation.Of([new[] { 1, 2, double.NaN, double.NaN }, new[] { double.NaN, double.NaN, 1, 2 }]);
        Assert.Equal(SuppressionReason.TooFewRespondents, apart.Suppressed!.Reason);
        Assert.Throws<InvalidOperationException>(() => apart.Importance());
        Assert.NotNull(PairwiseCorrelation.Of([Array.Empty<double>()]).Suppressed);
        Assert.Equal(0, PairwiseCorrelation.Of([new double[] { 3, 3, 3 }, new double[] { 1, 2, 3 }]).Correlation[0, 0]);
    }

    private static DriverData NotApplicable()
    {
        static sbyte[] Coded(string column) =>
            [.. T.Answers(column).Select(a => a == (sbyte)NoValue.Missing ? (sbyte)NoValue.NotApplicable : a)];
        return new()
        {
            Overall = T.Answers("overall"),
            Drivers = [.. CmtSynth.Drivers.Select(d => (ReadOnlyMemory<sbyte>)Coded(d))],
            Design = CmtSynth.DesignOf(T)
        };
    }

    [Fact]
    public void Applicable_MatchesSvyglm()
    {
        var model = ApplicableDrivers.Of(NotApplicable());
        Assert.Equal(T.Rows, model.Respondents);
        var (fit, errors) = model.Fit();
        // Intercept; then score and indicator of timeliness, knowledge, courtesy, fairness, outcome.
        Close.To(
            [3.96217897147140130, .28648985393899151, -.27216668699482478, .13098641708566636, -.09547798909647831, .12562481085448951,
            .13444568527150152,
            .22270700313271061, .05813194213382082, .18570759780503771, .03998025893276206], fit.Coefficients, 1e-9);
        Close.To(
            [.15008535632075395, .02648675814035857, .05954491666772741, .03012105933517564, .07992464717521489, .02935461933920855,
            .06675294756160181,
            .02501513748913566, .07694035177474483, .02803992960609695, .09502765236293027], errors, 1e-9);
        var importance = model.Importance();
        Close.To(fit.RSquared, importance.RSquared, 1e-10);
        Assert.Equal(5, importance.Groups.Count);
        Close.To(importance.RSquared, importance.Groups.Sum(), 1e-12);
    }

    [Fact]
    public void Applicable_WhenAllApply_IsThePlainRegression_AndMissingRowsLeave()
    {
        var data = CmtDrivers.Wave1();
        var model = ApplicableDrivers.Of(data);
        Assert.Equal(894, model.Respondents); // the complete cases
        Assert.Equal([0, 1, 2, 3, 4], model.DriverOf);
        var (fit, errors) = model.Fit();
        var analysis = DriverAnalysis.Run(data, new() { Replicates = 0 });
        Close.To([.. analysis.Regression!.Coefficients.Select(c => c.Estimate)], [.. fit.Coefficients.Skip(1)], 1e-9);
        Close.To([.. analysis.Regression.Coefficients.Select(c => c.StandardError)], [.. errors.Skip(1)], 1e-9);
        Close.To([.. analysis.Importance.Select(i => i.Lmg)], model.Importance().Groups, 1e-9);
    }

    [Fact]
    public void Applicable_EdgeInputs()
    {
        var na = (sbyte)NoValue.NotApplicable;
        var nobody = ApplicableDrivers.Of(
            new() { Overall = new sbyte[] { 1, 2, 3, 4 }, Drivers = [new sbyte[] { na, na, na, na }], Design = Design.SimpleRandom(4) });
        Assert.True(double.IsNaN(nobody.Centres[0]));
        Assert.Equal(0, nobody.Applies[0]);
        Assert.Equal(0, nobody.Importance().RSquared);
        var empty = ApplicableDrivers.Of(new() { Overall = default, Drivers = [default], Design = Design.SimpleRandom(0) });
        Assert.Equal(0, empty.Respondents);
        Assert.True(double.IsNaN(empty.Applies[0]));
        Assert.Throws<InvalidOperationException>(() => empty.Importance());
        Assert.Throws<ArgumentException>(
            () => ApplicableDrivers.Of(
                new() { Overall = new sbyte[] { 1 }, Drivers = [new sbyte[] { 1, 2 }], Design = Design.SimpleRandom(1) }));
    }

    [Fact]
    public void Imputation_AgreesWithMice()
    {
        var simple = Design.SimpleRandom(T.Rows);
        var imputed = NormalImputation.Draw(Columns(), simple, 200);
        Assert.True(imputed.Converged);
        // mice(method = "norm", m = 200, maxit = 10): lm(overall ~ drivers), and the mean of courtesy.
        // Both sides carry the chance of 200 draws.
        double[] coefficients = [.2877925311, .2483280353, .1555505924, .1396309889, .2172034655, .1704252677],
            errors = [.0781988811, .0234470580, .0271610701, .0273438211, .0273678052, .0255206189];
        LinearFit[] fits = [.. Enumerable.Range(0, imputed.Count).Select(imputed.Complete)
            .Select(d => LinearRegression.Fit([.. d[..^1].Select(c => (ReadOnlyMemory<double>)c)], d[^1]))];
        for (var j = 0; j < coefficients.Length; j++)
        {
            var pooled = MultipleImputation.Pool(
                [.. fits.Select(f => new Estimate(f.Coefficients[j], f.ModelErrors[j], f.DegreesOfFreedom, T.Rows))]);
            Assert.InRange((pooled.Estimate.Value - coefficients[j]) / errors[j], -.1, .1);
            Assert.InRange(pooled.Estimate.StandardError / errors[j], .97, 1.03);
        }
        var mean = imputed.Pool(d => Numeric.Mean(simple, d[2]));
        Assert.InRange((mean.Estimate.Value - 3.95836115775284) / .0353138508, -.1, .1);
        Assert.InRange(mean.Estimate.StandardError / .0353138508, .99, 1.01);
        Assert.InRange(mean.Fraction, .045, .07); // .058
    }

    [Fact]
    public void Imputation_CoversTheTruth_WhereCompleteCasesDoNot()
    {
        // y depends on x; y is lost more often when x is high. True mean of y is 0.
        var (covered, completeCovered, runs) = (0, 0, 600);
        for (var s = 0; s < runs; s++)
        {
            var random = new PortableRandom((ulong)(500 + s));
            var (x, y) = (new double[150], new double[150]);
            for (var i = 0; i < x.Length; i++)
            {
                x[i] = random.NextNormal();
                y[i] = .7 * x[i] + .5 * random.NextNormal();
                if (random.NextDouble() < (x[i] > 0 ? .6 : .1)) y[i] = double.NaN;
            }
            var simple = Design.SimpleRandom(150);
            var pooled = NormalImputation.Draw([x, y], simple, 10, (ulong)s).Pool(d => Numeric.Mean(simple, d[1])).Estimate;
            if (pooled.Interval()!.Value.Contains(0)) covered++;
            if (Numeric.Mean(simple, y).Interval()!.Value.Contains(0)) completeCovered++;
        }
        Assert.InRange(covered / (double)runs, .915, .975); // 95 % with a standard error of 0.9 points
        Assert.True(completeCovered / (double)runs < .4, $"{completeCovered}");
    }

    [Fact]
    public void Imputation_IsReproducible_KeepsWhatIsObserved_AndResamplesClusters()
    {
        var design = CmtSynth.DesignOf(T);
        var columns = Columns();
        var first = NormalImputation.Draw(columns, design, 3, 9);
        var again = NormalImputation.Draw(columns, design, 3, 9).Complete(1);
        var version = first.Complete(1);
        for (var j = 0; j < columns.Length; j++)
        {
            Assert.Equal(again[j], version[j]);
            for (var i = 0; i < T.Rows; i++)
            {
                Assert.True(double.IsFinite(version[j][i]));
                if (!double.IsNaN(columns[j].Span[i])) Assert.Equal(columns[j].Span[i], version[j][i]);
            }
        }
        Assert.NotEqual(first.Complete(0)[2], version[2]);
        var pooled = first.Pool(d => Numeric.Mean(design, d[2]));
        Assert.True(pooled.Estimate.StandardError > 0 && pooled.Estimate.DegreesOfFreedom < 45);
    }

    [Fact]
    public void Imputation_EdgeInputs()
    {
        double[] full = [1, 2, 3, 5], holes = [2, double.NaN, 6, 10];
        var determined = NormalImputation.Draw([full, full.Select(v => 2 * v).ToArray()], Design.SimpleRandom(4), 2);
        Assert.Equal([2, 4, 6, 10], determined.Complete(0)[1]); // nothing missing: nothing drawn
        Assert.Throws<ArgumentOutOfRangeException>(() => NormalImputation.Draw([full], Design.SimpleRandom(4), 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => determined.Complete(2));
        Assert.Throws<ArgumentException>(() => NormalImputation.Draw([], Design.SimpleRandom(4)));
        Assert.Throws<ArgumentException>(() => NormalImputation.Draw([full], Design.SimpleRandom(3)));
        Assert.Throws<ArgumentException>(() => NormalImputation.Draw([new[] { double.NaN, double.NaN }], Design.SimpleRandom(2)));
        Assert.Throws<ArgumentException>(
            () => NormalImputation.Draw([new double[] { 1, double.NegativeInfinity }], Design.SimpleRandom(2)));
        Assert.True(double.IsFinite(NormalImputation.Draw([full, holes], Design.SimpleRandom(4), 2).Complete(1)[1][1]));
        var constant = NormalImputation.Draw([full, new[] { 3, double.NaN, 3, 3 }], Design.SimpleRandom(4), 2).Complete(0);
        Assert.Equal(3, constant[1][1], 1e-12);
    }

    [Fact]
    public void NotAsked_IsAsStructuralAsNotApplicable()
    {
        DriverData Data(NoValue none) => new()
        {
            Overall = new sbyte[] { 1, 2, 3, 4, 5, 4, 3, 5 },
            Drivers = [new sbyte[] { 1, 2, (sbyte)none, 4, 5, (sbyte)none, 3, 4 }],
            Design = Design.SimpleRandom(8),
        };
        Assert.Equal(8, ApplicableDrivers.Of(Data(NoValue.NotAsked)).Respondents);
        Assert.Equal(ApplicableDrivers.Of(Data(NoValue.NotApplicable)).Columns[1], ApplicableDrivers.Of(Data(NoValue.NotAsked)).Columns[1]);
        Assert.Equal(6, ApplicableDrivers.Of(Data(NoValue.DontKnow)).Respondents);
    }
}
