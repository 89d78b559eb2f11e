using Cadran.Statistics.Simulation;

namespace Cadran.Statistics.Tests.Simulation;

public sealed class PortableRandomTests
{
    [Fact]
    public void Sequence_IsTheReferenceSequence()
    {
        // SplitMix64 from 0 begins e220a8397b1dcdaf, 6e789e6aa1b965f4, 06c45d188009454f, f88bb8a8724c81ec (published);
        // xoshiro256** scrambles the second word of the state: rotl(s1 × 5, 7) × 9.
        var s1 = 0x6e789e6aa1b965f4UL;
        Assert.Equal(System.Numerics.BitOperations.RotateLeft(s1 * 5, 7) * 9, new PortableRandom(0).NextUInt64());
        var random = new PortableRandom(42);
        Assert.Equal([1546998764402558742UL, 6990951692964543102UL, 12544586762248559009UL],
            [random.NextUInt64(), random.NextUInt64(), random.NextUInt64()]);
    }

    [Fact]
    public void Normal_MatchesQuantiles()
    {
        Assert.Equal(1.959963984540054, PortableMath.NormalQuantile(0.975), 1e-14);
        Assert.Equal(2.5758293035489, PortableMath.NormalQuantile(0.995), 1e-13);
        Assert.Equal(3.090232306167813, PortableMath.NormalQuantile(0.999), 1e-14);
        Assert.Equal(-6.361340902404056, PortableMath.NormalQuantile(1e-10), 1e-13);
    }

    [Theory]
    [InlineData(1e-300)]
    [InlineData(0.3)]
    [InlineData(1)]
    [InlineData(12345.678)]
    public void LogAndExp_MatchTheRuntime(double x)
    {
        Assert.Equal(Math.Log(x), PortableMath.Log(x), 1e-15 * Math.Max(1, Math.Abs(Math.Log(x))));
        var y = Math.Clamp(Math.Log(x), -600, 600) / 3;
        Assert.Equal(Math.Exp(y), PortableMath.Exp(y), 2e-15 * Math.Exp(y));
    }

    [Fact]
    public void NextInt_CoversItsRangeEvenly()
    {
        var random = new PortableRandom(9);
        var counts = new int[7];
        for (var i = 0; i < 70_000; i++) counts[random.NextInt(7)]++;
        Assert.All(counts, c => Assert.InRange(c, 9600, 10400));
    }
}
