using Cadran.Insight;

namespace Cadran.Domain.Tests.Insight;

/// <summary>Names of waves that say a time are put in its order; others say none.</summary>
public sealed class WaveDateTests
{
    [Theory]
    [InlineData("2023|2024"), InlineData("2022-2023|2023-2024"), InlineData("FY2022|FY2023"), InlineData("2023-Q4|2024-Q1")]
    [InlineData("2023-24|2024-25"), InlineData("2023|2024-02")]
    [InlineData("Q4 2023|Q1 2024"), InlineData("2023 T4|2024 T1"), InlineData("March 2024|April 2024"), InlineData("Sept. 2023|Feb. 2024")]
    [InlineData("décembre 2023|janvier 2024"), InlineData("2023-09|2024-03"), InlineData("09/2023|03/2024")]
    [InlineData("2024-03-09|2024-03-10"), InlineData("31/01/2024|01/02/2024"), InlineData("Spring 2024|Fall 2024")]
    [InlineData("printemps 2024|automne 2024"), InlineData("9|10"), InlineData("1|2"), InlineData("2023-H2|2024-H1")]
    public void Names_StandInOrderOfTime(string earlierAndLater)
    {
        string[] names = earlierAndLater.Split('|');
        Assert.True(WaveDate.Of(names) is [var earlier, var later] && earlier < later, earlierAndLater);
        Assert.True(WaveDate.Of([.. names.Reverse()]) is [var last, var first] && first < last, earlierAndLater);
    }

    [Theory]
    [InlineData("pre|post"), InlineData("before|after"), InlineData("Wave 10|Wave 9"), InlineData("2024|later")]
    [InlineData("13/13/2024|1/1/2024"), InlineData("baseline|2024")]
    public void OtherNames_SayNoTime(string names) => Assert.Null(WaveDate.Of(names.Split('|')));
}
