namespace Cadran.Collection;

/// <summary>How a sample is to be drawn, as somebody decided it.</summary>
public sealed record SampleDesign
{
    public SampleMethod Method { get; init; } = SampleMethod.Proportional;
    public SampleAim Aim { get; init; } = SampleAim.Margin;

    /// <summary>People to invite, where the number is given.</summary>
    public int Invite { get; init; }

    /// <summary>Points of a share: the margin, or the smallest change worth finding. 5 is five points.</summary>
    public double Points { get; init; } = 5;

    /// <summary>Part of the invited who are expected to answer, in (0, 1].</summary>
    public double ResponseRate { get; init; } = 0.3;

    /// <summary>Factor of the variance by clusters and weights; 1 for a simple sample.</summary>
    public double DesignEffect { get; init; } = 1;

    /// <summary>At least so many invited of each stratum.</summary>
    public int Minimum { get; init; }

    /// <summary>Standard deviation of one answer by stratum, for Neyman's allocation; 1 where nothing is said.</summary>
    public IReadOnlyDictionary<string, double> Spread { get; init; } = new Dictionary<string, double>();

    /// <summary>People to draw in each cluster, in two stages.</summary>
    public int Each { get; init; } = 10;
}
