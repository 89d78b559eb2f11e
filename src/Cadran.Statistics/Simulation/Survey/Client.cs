namespace Cadran.Statistics.Simulation;

/// <summary>A client with what stays theirs between waves.</summary>
internal sealed class Client
{
    public required int Person { get; init; }
    public required Office Office { get; init; }
    public required byte Channel { get; init; }
    public required byte Language { get; init; }
    public required byte Age { get; init; }

    /// <summary>General factor, one residual per driver, residual of overall satisfaction: independent standard normals.</summary>
    public required double[] Latents { get; init; }

    public required double Intercept { get; init; }
    public required double Spread { get; init; }
}
