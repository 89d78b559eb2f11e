using Cadran.Statistics.Control;

namespace Cadran.Statistics.Tests.Control;

public sealed class QueueTests
{
    // Published Erlang B traffic tables: load at 1 % blocking, printed to two or three decimals.
    [Theory]
    [InlineData(5, 1.361)]
    [InlineData(10, 4.461)]
    [InlineData(20, 12.03)]
    [InlineData(50, 37.90)]
    [InlineData(100, 84.06)]
    public void Blocking_MatchesTrafficTables(int agents, double load) =>
        Assert.Equal(0.01, ErlangC.Blocking(load, agents), 2e-5);

    // R 4.2.2: B = dpois(n, a) / ppois(n, a), C = B / (1 - a/n (1 - B)).
    [Theory]
    [InlineData(10, 12, 0.1197391884448252, 0.4493882242982711, 0.7274322638492807)]
    [InlineData(0.5, 1, 0.3333333333333334, 0.5, 0.5587515487077023)]
    [InlineData(84.06, 100, 0.00999170258802645, 0.05954565335755423, 0.9988929007552886)]
    [InlineData(900, 950, 0.003472598282336201, 0.06209783248853122, 0.9999997685829156)]
    public void ErlangC_MatchesThePoissonForm(double load, int agents, double blocking, double waits, double inTime)
    {
        Assert.Equal(blocking, ErlangC.Blocking(load, agents), 1e-10 * blocking);
        var performance = new ErlangC(load, 1).With(agents, 0.25);
        Assert.Equal(waits, performance.ProbabilityOfWait, 1e-10 * waits);
        Assert.Equal(inTime, performance.ServiceLevel, 1e-10);
    }

    [Fact]
    public void ErlangC_MatchesTheMarkovChain()
    {
        var queue = new ErlangC(ArrivalRate: 100 / 30.0, HandleTime: 3);
        var exact = queue.With(12, 0.5);
        // Patience so long that nobody leaves within the precision asked for.
        var chain = new MarkovQueue(100 / 30.0, 3, 1e9, 12);
        Assert.Equal(chain.ServiceLevel(0.5), exact.ServiceLevel, 1e-7);
        Assert.Equal(chain.MeanWait, exact.MeanWait, 1e-6);
        Assert.Equal(chain.ProbabilityOfWait, exact.ProbabilityOfWait, 1e-7);
        Assert.Equal(10 / 12.0, exact.Occupancy, 1e-15);
    }

    [Theory]
    [InlineData(5.0, 3.0, 2.0, 12, 0.5)]
    [InlineData(5.0, 3.0, 2.0, 16, 0.33)]
    [InlineData(0.4, 10.0, 30.0, 3, 5.0)]
    [InlineData(2.0, 1.0, 0.1, 1, 0.05)]
    [InlineData(30.0, 4.0, 3.0, 115, 0.333)]
    public void ErlangA_MatchesTheMarkovChain(double rate, double handle, double patience, int agents, double threshold)
    {
        var exact = new ErlangA(rate, handle, patience).With(agents, threshold);
        var chain = new MarkovQueue(rate, handle, patience, agents);
        Assert.Equal(chain.ServiceLevel(threshold), exact.ServiceLevel, 1e-9);
        Assert.Equal(chain.MeanWait, exact.MeanWait, 1e-9);
        Assert.Equal(chain.Abandonment, exact.Abandonment, 1e-9);
        Assert.Equal(chain.Occupancy, exact.Occupancy, 1e-9);
        Assert.Equal(chain.ProbabilityOfWait, exact.ProbabilityOfWait, 1e-9);
    }

    [Fact]
    public void ErlangA_WithEndlessPatience_ApproachesErlangC()
    {
        var c = new ErlangC(5, 3).With(17, 0.5);
        var a = new ErlangA(5, 3, 1e7).With(17, 0.5);
        Assert.Equal(c.ServiceLevel, a.ServiceLevel, 1e-5);
        Assert.Equal(c.MeanWait, a.MeanWait, 1e-5);
    }

    // Limits of the fluid queue: 2 calls per unit for 1 agent and great patience. Half give up, after waiting ln 2 patiences.
    [Theory]
    [InlineData(1e5)]
    [InlineData(1e8)]
    public void ErlangA_OverloadedWithGreatPatience_IsAFluid(double patience)
    {
        var queue = new ErlangA(2, 1, patience);
        var performance = queue.With(1, patience * Math.Log(2));
        Assert.Equal(0.5, performance.Abandonment, 1e-9);
        Assert.Equal(patience / 2, performance.MeanWait, 1e-9 * patience);
        Assert.InRange(performance.ServiceLevel, 0.2, 0.3);
        Assert.Equal(0, queue.With(1, patience * 0.6).ServiceLevel, 1e-9);
        Assert.Equal(0.5, queue.With(1, patience * 0.8).ServiceLevel, 1e-9);
    }

    [Fact]
    public void Staffing_WithGreatPatience_IsThatOfErlangC()
    {
        var goal = new StaffingGoal(0.8, 20);
        Assert.Equal(new ErlangC(1000 / 3600.0, 300).AgentsNeeded(goal), new ErlangA(1000 / 3600.0, 300, 1e7).AgentsNeeded(goal));
        // The difference falls with patience, down to the last digits.
        var (c, a) = (new ErlangC(5, 3).With(17, 0.5), new ErlangA(5, 3, 1e9).With(17, 0.5));
        Assert.Equal(c.ServiceLevel, a.ServiceLevel, 1e-8);
        Assert.Equal(c.MeanWait, a.MeanWait, 1e-7);
    }

    [Fact]
    public void AbandonmentAllowed_IsAConditionToo()
    {
        var queue = new ErlangA(5, 3, 0.5);
        var loose = queue.AgentsNeeded(new StaffingGoal(0.5, 0.33));
        var strict = queue.AgentsNeeded(new StaffingGoal(0.5, 0.33, MaximumAbandonment: 0.01));
        Assert.True(strict > loose && queue.With(strict, 0.33).Abandonment <= 0.01 && queue.With(strict - 1, 0.33).Abandonment > 0.01);
    }

    [Fact]
    public void AgentsNeeded_IsTheFewestThatReachTheGoal()
    {
        var goal = new StaffingGoal(0.8, 0.333, MaximumOccupancy: 0.9);
        foreach (var rate in new[] { 0.1, 1, 5, 40 })
        {
            var c = new ErlangC(rate, 4);
            var a = new ErlangA(rate, 4, 3);
            var nc = c.AgentsNeeded(goal);
            var na = a.AgentsNeeded(goal);
            Assert.True(Meets(c.With(nc, 0.333)) && !Meets(c.With(nc - 1, 0.333)));
            Assert.True(Meets(a.With(na, 0.333)) && !Meets(a.With(na - 1, 0.333)));
            Assert.True(na <= nc);
        }

        bool Meets(QueuePerformance p) => p.ServiceLevel >= goal.ServiceLevel && p.Occupancy <= goal.MaximumOccupancy;
    }

    [Fact]
    public void EachAgent_Improves_EveryMeasure()
    {
        var queue = new ErlangA(12, 3, 2);
        var previous = queue.With(0, 0.5);
        for (var n = 1; n < 80; n++)
        {
            var next = queue.With(n, 0.5);
            Assert.True(next.ServiceLevel >= previous.ServiceLevel && next.MeanWait <= previous.MeanWait
                && next.Abandonment <= previous.Abandonment);
            Assert.InRange(next.Occupancy, 0, 1);
            previous = next;
        }
    }

    [Fact]
    public void ExtremeSizes_StayFinite()
    {
        var large = new ErlangA(100, 1, 1).With(20_000, 0.3);
        Assert.Equal((1.0, 0.0), (large.ServiceLevel, large.Abandonment));
        var starved = new ErlangA(10_000, 10, 2).With(1, 0.3);
        Assert.Equal(1, starved.Occupancy, 1e-9);
        Assert.InRange(starved.Abandonment, 0.99998, 1);
    }

    [Fact]
    public void EdgeInputs_HaveDocumentedOutcomes()
    {
        Assert.Equal(new QueuePerformance(0, double.PositiveInfinity, 0, 1, 1), new ErlangC(5, 2).With(10, 1));
        Assert.Equal(new QueuePerformance(1, 0, 0, 0, 0), new ErlangC(0, 2).With(3, 1));
        Assert.Equal(new QueuePerformance(1, 0, 0, 0, 0), new ErlangA(0, 2, 1).With(3, 1));
        Assert.Equal(new QueuePerformance(0, 1.5, 1, 0, 1), new ErlangA(4, 2, 1.5).With(0, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => new ErlangC(-1, 2));
        Assert.Throws<ArgumentOutOfRangeException>(() => new ErlangA(1, double.NaN, 2));
        Assert.Throws<ArgumentOutOfRangeException>(() => new ErlangA(1, 2, 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => new ErlangC(1, 2).AgentsNeeded(new StaffingGoal(1, 1)));
        var percent = Assert.Throws<ArgumentOutOfRangeException>(() => new ErlangC(1, 2).AgentsNeeded(new StaffingGoal(80, 20)));
        Assert.Equal(80.0, percent.ActualValue);
        Assert.Contains("0.8 for 80 %", percent.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>(() => new ErlangA(1, 2, 1).AgentsNeeded(new StaffingGoal(0.8, -1)));
        Assert.Throws<ArgumentOutOfRangeException>(
            () => new ErlangA(1, 2, 1).AgentsNeeded(new StaffingGoal(0.8, 1, MaximumAbandonment: -0.1)));
        Assert.Throws<ArgumentOutOfRangeException>(
            () => new ErlangC(1, 2).AgentsNeeded(new StaffingGoal(0.8, 1, MaximumAbandonment: double.NaN)));
        Assert.Throws<ArgumentOutOfRangeException>(() => new ErlangC(1e12, 1e3).AgentsNeeded(new StaffingGoal(0.8, 1)));
        Assert.Throws<ArgumentOutOfRangeException>(() => new ErlangC(1, 2).With(3, Math.Abs(double.NaN)));
        Assert.Throws<ArgumentOutOfRangeException>(() => new ErlangA(1, 2, 1).With(int.MaxValue, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => new ErlangA(1e300, 2, 1).With(3, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => ErlangC.Blocking(double.PositiveInfinity, 3));
    }

    /// <summary>The same queue by brute force: balance equations for the steady state, uniformisation for one waiting caller.</summary>
    private sealed class MarkovQueue
    {
        private const int MostWaiting = 2500;
        private readonly double[] state;
        private readonly double rate, service, leave;
        private readonly int agents;

        public MarkovQueue(double rate, double handle, double patience, int agents)
        {
            (this.rate, service, leave, this.agents) = (rate, 1 / handle, 1 / patience, agents);
            state = new double[agents + MostWaiting];
            state[0] = 1;
            for (var k = 1; k < state.Length; k++)
                state[k] = state[k - 1] * rate / (Math.Min(k, agents) * service + Math.Max(0, k - agents) * leave);
            var total = state.Sum();
            for (var k = 0; k < state.Length; k++) state[k] /= total;
        }

        public double ProbabilityOfWait => state.Skip(agents).Sum();
        public double Occupancy => state.Select((p, k) => p * Math.Min(k, agents)).Sum() / agents;
        public double Abandonment => 1 - Occupancy * agents * service / rate;
        public double MeanWait => state.Select((p, k) => p * Math.Max(0, k - agents)).Sum() / rate;

        /// <summary>
        /// A tagged caller with j ahead: moves up at rate nμ + jθ, gives up at rate θ, is answered from the front at rate nμ.
        /// </summary>
        public double ServiceLevel(double threshold)
        {
            var waiting = 1;
            while (waiting < MostWaiting && state[agents + waiting] > 1e-16) waiting++;
            var place = new double[waiting];
            for (var j = 0; j < waiting; j++) place[j] = state[agents + j];
            var speed = agents * service + waiting * leave;
            double answered = 0, weight = Math.Exp(-speed * threshold), tail = 1 - weight, result = 0;
            for (var step = 1; step < 200_000 && tail > 1e-15; step++)
            {
                var next = new double[waiting];
                for (var j = 0; j < waiting; j++)
                {
                    var up = (agents * service + j * leave) / speed;
                    if (j == 0) answered += place[0] * up; else next[j - 1] += place[j] * up;
                    next[j] += place[j] * (1 - up - leave / speed);
                }
                place = next;
                weight *= speed * threshold / step;
                tail -= weight;
                result += weight * answered;
            }
            return state.Take(agents).Sum() + result;
        }
    }
}
