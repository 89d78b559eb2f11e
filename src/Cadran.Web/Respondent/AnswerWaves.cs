using System.Collections.Concurrent;
using Cadran.Collection;
using Cadran.Storage;
using Microsoft.EntityFrameworkCore;

namespace Cadran.Web.Respondent;

/// <summary>
/// The waves people are answering now, by the last part of their address. Read again after a second, so that
/// closing takes effect everywhere.
/// </summary>
public sealed class AnswerWaves(IServiceScopeFactory scopes, TimeProvider time)
{
    private const int Most = 2000;
    private static readonly TimeSpan Fresh = TimeSpan.FromSeconds(1);

    private readonly ConcurrentDictionary<string, (AnswerWave Wave, long At)> known = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, Task<AnswerWave?>> reading = new(StringComparer.Ordinal);

    public ValueTask<AnswerWave?> FindAsync(string slug, CancellationToken ct)
    {
        if (known.TryGetValue(slug, out var found) && time.GetElapsedTime(found.At) < Fresh) return new(found.Wave);
        return slug.Length == Wave.SlugLength ? new(ReadTogetherAsync(slug, ct)) : default;
    }

    /// <summary>The wave was changed here: the next respondent sees it at once.</summary>
    public void Forget(string slug)
    {
        reading.TryRemove(slug, out _);
        known.TryRemove(slug, out _);
    }

    // Who comes while it is read waits for the same reading.
    private async Task<AnswerWave?> ReadTogetherAsync(string slug, CancellationToken ct)
    {
        var source = new TaskCompletionSource<AnswerWave?>(TaskCreationOptions.RunContinuationsAsynchronously);
        Task<AnswerWave?> first = reading.GetOrAdd(slug, source.Task);
        if (first != source.Task) return await first.WaitAsync(ct);
        try
        {
            AnswerWave? wave = await ReadAsync(slug);
            // Not what somebody has changed meanwhile.
            bool current = reading.TryRemove(KeyValuePair.Create(slug, first));
            if (wave is null) known.TryRemove(slug, out _);
            else if (current) Keep(slug, wave);
            source.SetResult(wave);
            return wave;
        }
        catch (Exception failure)
        {
            reading.TryRemove(KeyValuePair.Create(slug, first));
            source.SetException(failure);
            _ = first.Exception; // seen by who reads, whether anybody else waits or not
            throw;
        }
    }

    private void Keep(string slug, AnswerWave wave)
    {
        if (known.Count > Most) known.Clear();
        // A version never changes: what was made of it once is kept.
        if (known.TryGetValue(slug, out var before) && before.Wave.Wave.VersionId == wave.Wave.VersionId)
            wave = wave with { Content = before.Wave.Content, Plan = before.Wave.Plan };
        known[slug] = (wave, time.GetTimestamp());
    }

    private async Task<AnswerWave?> ReadAsync(string slug)
    {
        using IServiceScope scope = scopes.CreateScope();
        var db = scope.ServiceProvider.GetRequiredService<CadranDb>();
        return await (
            from w in db.Waves.AsNoTracking()
            where w.Slug == slug
            join version in db.QuestionnaireVersions on w.VersionId equals version.Id
            join service in db.Services on w.ServiceId equals service.Id
            join organisation in db.Organisations on service.OrganisationId equals organisation.Id
            select new AnswerWave(w, version.Content, organisation.Name, service.Name)
            {
                Invited = db.InvitationPlans.Where(p => p.WaveId == w.Id && p.ScheduledAtUtc != null).Select(p => p.Terms).FirstOrDefault(),
            }).FirstOrDefaultAsync(CancellationToken.None);
    }
}
