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

    public async ValueTask<AnswerWave?> FindAsync(string slug, CancellationToken ct)
    {
        if (known.TryGetValue(slug, out var found) && time.GetElapsedTime(found.At) < Fresh) return found.Wave;
        if (slug.Length != Wave.SlugLength) return null;
        using IServiceScope scope = scopes.CreateScope();
        var db = scope.ServiceProvider.GetRequiredService<CadranDb>();
        AnswerWave? wave = await (
            from w in db.Waves.AsNoTracking()
            where w.Slug == slug
            join version in db.QuestionnaireVersions on w.VersionId equals version.Id
            join service in db.Services on w.ServiceId equals service.Id
            join organisation in db.Organisations on service.OrganisationId equals organisation.Id
            select new AnswerWave(w, version.Content, organisation.Name, service.Name)).FirstOrDefaultAsync(ct);
        if (wave is null) { known.TryRemove(slug, out _); return null; }
        if (known.Count > Most) known.Clear();
        known[slug] = (wave, time.GetTimestamp());
        return wave;
    }

    /// <summary>The wave was changed here: the next respondent sees it at once.</summary>
    public void Forget(string slug) => known.TryRemove(slug, out _);
}
