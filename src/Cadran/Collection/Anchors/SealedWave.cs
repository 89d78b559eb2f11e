using System.Globalization;

namespace Cadran.Collection;

/// <summary>A closed wave in an <see cref="AuditAnchor"/>.</summary>
/// <param name="Content">SHA-256 over its responses, whatever their order; see <see cref="WaveContent"/>.</param>
public sealed record SealedWave(Guid Id, long Responses, string Content)
{
    internal static SealedWave Read(string line)
    {
        string[] parts = line.Split(' ');
        return new(Guid.Parse(parts[0]), long.Parse(parts[1], CultureInfo.InvariantCulture), parts[2]);
    }
}
