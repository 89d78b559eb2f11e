namespace Cadran.Statistics.Estimation;

/// <summary>People and weight per value, and per kind of no value in the order of their codes (−1 first).</summary>
internal readonly record struct DomainCounts(int[] People, double[] Weight, int[] Absent, double[] AbsentWeight)
{
    public static DomainCounts Zero(int points) => new(new int[points], new double[points], new int[5], new double[5]);
}
