using System.Text;
using Cadran.Questionnaires;
using Cadran.Statistics;

namespace Cadran.Domain.Tests.Questionnaires.Kinds;

public sealed class NoValueCodeTests
{
    [Fact]
    public void EveryKindButMissing_HasACode_WhichNeverChanges()
    {
        Assert.Equal(["na", "dk", "refused", "skipped"], NoValueCode.All.Select(c => c.Code));
        Assert.Equal(Enum.GetValues<NoValue>().Where(k => k != NoValue.Missing).OrderDescending(), NoValueCode.All.Select(c => c.Kind));
        Assert.Null(NoValueCode.Of(NoValue.Missing));
        Assert.All(NoValueCode.All, c => Assert.Same(c, NoValueCode.Of(c.Kind)));
    }

    [Fact]
    public void Found_ToTheLetter()
    {
        Assert.All(NoValueCode.All, c => Assert.Same(c, NoValueCode.Find(c.Code)));
        Assert.All(NoValueCode.All, c => Assert.Same(c, NoValueCode.Find(Encoding.UTF8.GetBytes(c.Code))));
        Assert.Null(NoValueCode.Find("NA"));
        Assert.Null(NoValueCode.Find("n"u8));
        Assert.Null(NoValueCode.Find(""));
    }

    [Theory]
    [InlineData(0, "na"), InlineData(8, "dk"), InlineData(9, "dk"), InlineData(88, "dk"), InlineData(98, "dk"), InlineData(99, "dk")]
    [InlineData(5, null), InlineData(-1, null), InlineData(10, null)]
    public void WhatFilesUsuallyMean(int number, string? code) => Assert.Equal(code, NoValueCode.UsuallyWritten(number)?.Code);

    [Fact]
    public void NothingRecorded_WhateverTheCase()
    {
        Assert.All(new[] { "NA", "na", "n/a", "Null", "." }, written => Assert.Contains(written, NoValueCode.NothingRecorded));
        Assert.DoesNotContain("", NoValueCode.NothingRecorded);
    }
}
