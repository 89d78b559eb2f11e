using System.Globalization;
using System.Net.Sockets;

namespace Cadran.Benchmarks.Kill;

/// <summary>
/// One person after another, each with answers that no other gives, on two pages. When the program dies the last step is sent again, as a
/// browser does; now and then the last page is sent twice.
/// </summary>
internal sealed class KillClient(Uri address, string slug, int number)
{
    public const int PerPage = 10;

    private readonly Random random = new(number);
    private PlainClient? connection;

    /// <summary>Answers whose first page was sent, whatever came of it.</summary>
    public List<string> Sent { get; } = [];

    /// <summary>Answers for which the page of thanks came.</summary>
    public List<string> Acknowledged { get; } = [];

    public async Task AnswerUntilAsync(CancellationToken end)
    {
        while (!end.IsCancellationRequested)
        {
            string answers = string.Concat(Enumerable.Range(0, 2 * PerPage).Select(_ => (char)random.Next('1', '6')));
            if (await StepAsync("GET", $"/answer/{slug}/en", "", 303, end) is not { } first) break;
            Sent.Add(answers);
            if (await StepAsync("POST", first, Form(answers, 0), 303, end) is not { } second) break;
            if (!second.EndsWith("/2", StringComparison.Ordinal)) throw new InvalidOperationException($"Not the second page: {second}");
            if (await StepAsync("POST", second, Form(answers, PerPage), 303, end) is not { } thanks) break;
            if (!thanks.EndsWith("/thanks", StringComparison.Ordinal)) throw new InvalidOperationException($"Not thanked: {thanks}");
            Acknowledged.Add(answers);
            if (random.Next(10) == 0) await StepAsync("POST", second, Form(answers, PerPage), 303, end);
        }
        connection?.Dispose();
    }

    /// <summary>Where the answer leads, tried until the program is there; null when the time is up before.</summary>
    private async Task<string?> StepAsync(string method, string path, string form, int expected, CancellationToken end)
    {
        while (!end.IsCancellationRequested)
        {
            try
            {
                connection ??= await PlainClient.ConnectAsync(address);
                return (await connection.SendAsync(method, path, form, expected)).Location;
            }
            catch (Exception gone) when (gone is SocketException or EndOfStreamException)
            {
                connection?.Dispose();
                connection = null;
                await Task.Delay(20, CancellationToken.None);
            }
        }
        return null;
    }

    private static string Form(string answers, int from) => string.Join('&', Enumerable.Range(from, PerPage)
        .Select(i => string.Create(CultureInfo.InvariantCulture, $"q-{BenchWave.Code(i + 1)}={answers[i]}")));
}
