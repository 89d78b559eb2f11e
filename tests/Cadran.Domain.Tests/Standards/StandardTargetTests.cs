using System.Text.Json;
using Cadran.Standards;

namespace Cadran.Domain.Tests.Standards;

/// <summary>One reader of targets: however people and files write a share, it is the same decimal, or refused with its reason.</summary>
public sealed class StandardTargetTests
{
    [Theory]
    [InlineData("0.95")]
    [InlineData("0,95")]
    [InlineData("0.950")]
    [InlineData(".95")]
    [InlineData("+0,95")]
    [InlineData("95%")]
    [InlineData("95 %")]
    [InlineData("95\u00a0%")]
    [InlineData("95,0\u202f%")]
    [InlineData("95 percent")]
    [InlineData("95 per cent")]
    [InlineData("95 Pour cent")]
    public void EveryWriting_IsTheSameShare(string written)
    {
        Assert.True(StandardTarget.TryRead(written, out StandardTarget target, out TargetFault fault));
        Assert.Equal((new StandardTarget(0.95m), TargetFault.None, true), (target, fault, target.IsShare));
        Assert.Equal("0.95", target.ToString());
        Assert.Equal("0.95", JsonSerializer.Serialize(target));
    }

    [Theory]
    [InlineData("0", "0", true)]
    [InlineData("1.0", "1", true)]
    [InlineData("100 %", "1", true)]
    [InlineData("80", "80", false)] // only what says percent is in percent
    [InlineData("0.8 %", "0.008", true)]
    [InlineData("-0.1", "-0.1", false)]
    [InlineData("\u22120,1", "-0.1", false)]
    public void ANumberOutsideOfZeroToOne_IsKept_AndIsNoShare(string written, string number, bool share)
    {
        Assert.True(StandardTarget.TryRead(written, out StandardTarget target, out _));
        Assert.Equal((number, share), (target.ToString(), target.IsShare));
    }

    [Theory]
    [InlineData("")]
    [InlineData("%")]
    [InlineData(".")]
    [InlineData("many")]
    [InlineData("9 of 10")]
    [InlineData("0.9 5")]
    [InlineData("1,000.5")]
    [InlineData("0.9.5")]
    [InlineData("9e-1")]
    [InlineData("NaN")]
    [InlineData("--1")]
    [InlineData("\uff10.\uff19")]
    [InlineData("0.8 % %")]
    public void WhatIsNoNumber_IsRefusedAsSuch(string written)
    {
        Assert.False(StandardTarget.TryRead(written, out _, out TargetFault fault));
        Assert.Equal(TargetFault.NotANumber, fault);
    }

    [Fact]
    public void DigitsAreKeptExactly_OrRefused()
    {
        const string Longest = "0.1234567890123456789012345";
        Assert.True(StandardTarget.TryRead(Longest, out StandardTarget target, out _));
        Assert.Equal(Longest, target.ToString());
        Assert.True(StandardTarget.TryRead(Longest + "%", out StandardTarget percent, out _));
        Assert.Equal("0.001234567890123456789012345", percent.ToString());
        Assert.False(StandardTarget.TryRead(Longest + "6", out _, out TargetFault fault));
        Assert.Equal(TargetFault.TooLong, fault);
    }
}
