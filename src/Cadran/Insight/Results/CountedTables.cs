using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Cadran.Collection;
using Cadran.Statistics.Weighting;
using Cadran.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Cadran.Insight;

/// <summary>
/// The responses that count: those of a wave without the online answers that somebody has set aside, with the weights that somebody has
/// chosen for its results.
/// </summary>
internal sealed class CountedTables(ResponseTables tables, IServiceScopeFactory scopes, TimeProvider time)
{
    private readonly ConditionalWeakTable<ResponseTable, Cut> cuts = [];
    private readonly ConditionalWeakTable<ResponseTable, Reweighted> reweighted = [];
    private readonly ConcurrentDictionary<Guid, IReadOnlyList<SetAsidePeriod>> aside = [];

    private sealed record Cut(string Periods, ResponseTable Table);

    private sealed record Reweighted(Guid Weighting, ResponseTable Table);

    /// <summary>As <see cref="ResponseTables.GetAsync"/>, as if what is set aside had not come, with the weights in use.</summary>
    public async Task<ResponseTable> GetAsync(Guid waveId, CancellationToken ct)
    {
        var table = await AsTheyCameAsync(waveId, ct);
        if (await ChosenAsync(waveId, ct) is not { } chosen) return table;
        if (reweighted.TryGetValue(table, out var made) && made.Weighting == chosen.Id) return made.Table;
        var weighted = Weigh(table, chosen);
        reweighted.AddOrUpdate(table, new Reweighted(chosen.Id, weighted));
        return weighted;
    }

    /// <summary>The same without weights that somebody has chosen.</summary>
    public async Task<ResponseTable> AsTheyCameAsync(Guid waveId, CancellationToken ct)
    {
        var periods = await ReadAsync(waveId, ct);
        var table = await tables.GetAsync(waveId, ct);
        if (periods.Count == 0) return table;
        var key = string.Join(' ', periods.Select(p => p.Id));
        if (cuts.TryGetValue(table, out var cut) && cut.Periods == key) return cut.Table;
        var counted = table.Only(Rows(table, periods));
        cuts.AddOrUpdate(table, new Cut(key, counted));
        return counted;
    }

    /// <summary>What is set aside of the wave, as of the last table that was asked for.</summary>
    public IReadOnlyList<SetAsidePeriod> Aside(Guid waveId) => aside.GetValueOrDefault(waveId) ?? [];

    private async Task<IReadOnlyList<SetAsidePeriod>> ReadAsync(Guid waveId, CancellationToken ct)
    {
        using var scope = scopes.CreateScope();
        var db = scope.ServiceProvider.GetRequiredService<CadranDb>();
        var all = await db.Waves.AsNoTracking().Where(w => w.Id == waveId).Select(w => w.SetAside).FirstOrDefaultAsync(ct) ?? [];
        return aside[waveId] = [.. all.Where(p => !p.IsBack)];
    }

    // Of a wave that takes answers again none is in use: the choice stands for when it has closed.
    private async Task<Weighting?> ChosenAsync(Guid waveId, CancellationToken ct)
    {
        using var scope = scopes.CreateScope();
        var db = scope.ServiceProvider.GetRequiredService<CadranDb>();
        if (await db.UsedWeightingAsync(waveId, ct) is not { } used) return null;
        var wave = await db.Waves.AsNoTracking().FirstAsync(w => w.Id == waveId, ct);
        return wave.StateOn(time.Today) == WaveState.Closed ? used : null;
    }

    // Answers may have gone since: where the totals cannot be met any more, the results are of the answers as they came, and the page of
    // the weights says so.
    private static ResponseTable Weigh(ResponseTable table, Weighting chosen)
    {
        try
        {
            return KnownMargins.Apply(table, chosen.Margins);
        }
        catch (WeightingException) { return table; }
    }

    private static int[] Rows(ResponseTable table, IReadOnlyList<SetAsidePeriod> periods)
    {
        var online = table.Channel.Labels.ToList().IndexOf(SetAsidePeriod.Channel);
        bool[] held = [.. table.Day.Labels.Select(label =>
            periods.Any(p => p.Holds(FieldworkCounts.Day(label), SetAsidePeriod.Channel)))];
        ReadOnlySpan<int> channels = table.Channel.Codes, days = table.Day.Codes;
        var kept = new List<int>(table.Rows);
        for (var row = 0; row < table.Rows; row++)
            if (online < 0 || channels[row] != online || days[row] < 0 || !held[days[row]]) kept.Add(row);
        return [.. kept];
    }
}
