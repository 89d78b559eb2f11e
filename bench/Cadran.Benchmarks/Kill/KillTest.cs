using System.Diagnostics;
using System.Globalization;
using Cadran.Collection;
using Cadran.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace Cadran.Benchmarks.Kill;

/// <summary>
/// The promise of a page of thanks: the program is killed again and again while people answer, and what it acknowledged is stored, each
/// answer once, all of its pages. <c>kill [kills] [PostgreSQL connection]</c>, by default 50 kills and the embedded database.
/// </summary>
internal static class KillTest
{
    private const int Clients = 16, Pages = 2;

    public static async Task RunAsync(string[] args)
    {
        int kills = args.Length > 0 ? int.Parse(args[0], CultureInfo.InvariantCulture) : 50;
        string? postgres = args.Length > 1 ? args[1] : null;
        string folder = Directory.CreateTempSubdirectory("cadran-kill-").FullName;
        try
        {
            await using ServiceProvider services = Services(folder, postgres);
            Wave wave = await BenchWave.AddAsync(services, Pages * KillClient.PerPage, Pages);
            List<KillClient> clients = await AnswerAsync(folder, postgres, wave, kills);
            Environment.ExitCode = await JudgeAsync(services, wave, clients, kills) ? 0 : 1;
        }
        finally { Directory.Delete(folder, recursive: true); }
    }

    private static async Task<List<KillClient>> AnswerAsync(string folder, string? postgres, Wave wave, int kills)
    {
        var random = new Random(1);
        Uri address = ServerProcess.FreeAddress();
        Process server = await ServerProcess.ServeAsync(folder, postgres, address, "/health");
        using var end = new CancellationTokenSource();
        List<KillClient> clients = [.. Enumerable.Range(0, Clients).Select(i => new KillClient(address, wave.Slug, i))];
        Task[] answering = [.. clients.Select(client => Task.Run(() => client.AnswerUntilAsync(end.Token)))];
        for (int kill = 1; kill <= kills; kill++)
        {
            await Task.Delay(random.Next(50, 2000));
            server.Kill();
            await server.WaitForExitAsync();
            server.Dispose();
            if (Array.Find(answering, client => client.IsFaulted) is { } wrong) await wrong;
            server = await ServerProcess.ServeAsync(folder, postgres, address, "/health");
            if (kill % 10 == 0) Console.WriteLine($"{kill} of {kills} kills, {clients.Sum(c => c.Acknowledged.Count):N0} acknowledged");
        }
        await Task.Delay(2000);
        await end.CancelAsync();
        await Task.WhenAll(answering);
        server.Kill();
        await server.WaitForExitAsync();
        server.Dispose();
        return clients;
    }

    private static async Task<bool> JudgeAsync(IServiceProvider services, Wave wave, List<KillClient> clients, int kills)
    {
        var store = services.GetRequiredService<ResponseStore>();
        Dictionary<string, int> left = await StoredAsync(services, store, wave);
        await store.ShuffleAsync();
        Dictionary<string, int> stored = await StoredAsync(services, store, wave);
        HashSet<string> sent = [.. clients.SelectMany(client => client.Sent)];
        List<string> acknowledged = [.. clients.SelectMany(client => client.Acknowledged)];
        int lost = acknowledged.Count(answers => !stored.ContainsKey(answers) || !left.ContainsKey(answers));
        int doubled = stored.Values.Concat(left.Values).Count(times => times > 1);
        int foreign = stored.Keys.Concat(left.Keys).Count(answers => !sent.Contains(answers));
        if (foreign > 0) Console.WriteLine($"{foreign} stored that nobody sent");
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{stored.Count} stored of {sent.Count} that were sent at least in part; killed while they were on their way: " +
            $"{sent.Count - acknowledged.Count}"));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{kills} kills, {acknowledged.Count} acknowledged, {lost} lost, {doubled} doubled"));
        return lost == 0 && doubled == 0 && foreign == 0 && acknowledged.Count > 0;
    }

    /// <summary>Every stored answer as the digits of its ratings, and how often it is there.</summary>
    private static async Task<Dictionary<string, int>> StoredAsync(IServiceProvider services, ResponseStore store, Wave wave)
    {
        var tables = new ResponseTables(store, services.GetRequiredService<IServiceScopeFactory>(), TimeProvider.System);
        ResponseTable table = await tables.GetAsync(wave.Id, default);
        var columns = Enumerable.Range(1, Pages * KillClient.PerPage).Select(i => table.Item(BenchWave.Code(i))).ToList();
        return Enumerable.Range(0, table.Rows)
            .Select(row => string.Concat(columns.Select(column => column.Span[row].ToString(CultureInfo.InvariantCulture))))
            .CountBy(answers => answers).ToDictionary();
    }

    private static ServiceProvider Services(string folder, string? postgres)
    {
        var services = new ServiceCollection();
        services.AddSingleton(TimeProvider.System);
        services.AddLogging();
        services.AddStorage(new StorageOptions(postgres, Path.Combine(folder, "cadran.db"), folder)).AddCollection();
        return services.BuildServiceProvider();
    }
}
