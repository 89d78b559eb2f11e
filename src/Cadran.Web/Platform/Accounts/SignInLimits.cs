using System.Security.Cryptography;
using System.Text;
using System.Threading.RateLimiting;

namespace Cadran.Web.Platform;

/// <summary>
/// How often a password, a code or a reset may be tried. Attempts are counted per account and network together, and failures per network
/// alone: whoever tries passwords from elsewhere uses up his own attempts and nobody else's. A browser in which the person has signed in
/// before is counted by itself. Counts are in memory, under digests.
/// </summary>
internal sealed class SignInLimits(KnownBrowsers browsers) : IDisposable
{
    public const int AttemptsPerAccount = 10, FailuresPerNetwork = 60, CodesPerAccount = 30, LettersPerAccount = 3, LettersPerNetwork = 20;
    public static readonly TimeSpan Window = TimeSpan.FromMinutes(5), CodeWindow = TimeSpan.FromHours(1);

    private readonly PartitionedRateLimiter<string> attempts = Limit(AttemptsPerAccount, Window);
    private readonly PartitionedRateLimiter<string> failures = Limit(FailuresPerNetwork, Window);
    private readonly PartitionedRateLimiter<string> codes = Limit(CodesPerAccount, CodeWindow);
    private readonly PartitionedRateLimiter<string> letters = Limit(LettersPerAccount, CodeWindow);
    private readonly PartitionedRateLimiter<string> requests = Limit(LettersPerNetwork, CodeWindow);

    /// <summary>Counts one attempt to sign in; false when there were too many.</summary>
    /// <param name="userId">The account, where there is one: an unknown address is limited in the same way.</param>
    public bool MayTry(HttpContext http, string email, Guid? userId)
    {
        string network = Network(http);
        string? browser = userId is { } id ? browsers.Number(http, id) : null;
        if (browser is null && !failures.AttemptAcquire(network, 0).IsAcquired) return false;
        return attempts.AttemptAcquire(Digest($"{email.Trim().ToUpperInvariant()}\n{browser ?? network}")).IsAcquired;
    }

    public void Failed(HttpContext http) => failures.AttemptAcquire(Network(http)).Dispose();

    /// <summary>
    /// Counts one attempt at the second step. Only who has the password comes so far, so that here all attempts at an account count
    /// together, except those of a known browser.
    /// </summary>
    public bool MayTryCode(HttpContext http, Guid userId) =>
        attempts.AttemptAcquire($"{userId:N}{browsers.Number(http, userId) ?? Network(http)}").IsAcquired
        && (browsers.Number(http, userId) is not null || codes.AttemptAcquire($"{userId:N}").IsAcquired);

    /// <summary>Counts a request for a letter to choose a new password.</summary>
    public bool MayAsk(HttpContext http) => requests.AttemptAcquire(Network(http)).IsAcquired;

    /// <summary>Counts a letter to that account.</summary>
    public bool MayWrite(Guid userId) => letters.AttemptAcquire($"{userId:N}").IsAcquired;

    public void Dispose()
    {
        foreach (var limiter in new[] { attempts, failures, codes, letters, requests }) limiter.Dispose();
    }

    private static PartitionedRateLimiter<string> Limit(int most, TimeSpan window) =>
        PartitionedRateLimiter.Create<string, string>(key => RateLimitPartition.GetSlidingWindowLimiter(key, _ => new()
        {
            PermitLimit = most,
            Window = window,
            SegmentsPerWindow = 5,
            QueueLimit = 0,
        }));

    private static string Network(HttpContext http) => Digest(Convert.ToHexString(SourceAddress.Network(http)));

    // What somebody typed may be as long as a form.
    private static string Digest(string text) => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(text)).AsSpan(0, 16));
}
