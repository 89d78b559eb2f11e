using Cadran.Collection;
using Cadran.Questionnaires;
using Cadran.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Cadran.Insight;

/// <summary>Says of waves, without opening their answers, what they ask and whether anything has changed in them.</summary>
internal sealed class WaveStamps(IServiceScopeFactory scopes, TimeProvider time)
{
    /// <summary>Stamps of all these waves in one question.</summary>
    /// <exception cref="MissingException">One of them does not exist.</exception>
    public async Task<IReadOnlyDictionary<Guid, WaveStamp>> OfAsync(IReadOnlyCollection<Guid> waves, CancellationToken ct)
    {
        using var scope = scopes.CreateScope();
        var db = scope.ServiceProvider.GetRequiredService<CadranDb>();
        var found = await db.Waves.AsNoTracking().Where(w => waves.Contains(w.Id)).Select(w => new
        {
            Wave = w,
            Responses = db.ResponseCounts.Where(c => c.WaveId == w.Id).Sum(c => c.Count),
            Changes = db.ResponseCounts.Where(c => c.WaveId == w.Id).Sum(c => Math.Abs(c.Count)),
            Weightings = db.WeightingChoices.Count(c => c.WaveId == w.Id),
        }).ToListAsync(ct);
        if (found.Count < waves.Distinct().Count()) throw new MissingException("The wave");
        var today = time.Today;
        return found.ToDictionary(f => f.Wave.Id,
            f => new WaveStamp(f.Wave.Id, f.Wave.StateOn(today) == WaveState.Closed,
            f.Responses - f.Wave.AnswersSetAside, f.Changes + f.Wave.AnswersMoved + f.Weightings));
    }

    /// <summary>Stamps of the closed waves among these, for lists of thousands: what does not exist or is open is left out.</summary>
    public async Task<IReadOnlyDictionary<Guid, WaveStamp>> OfClosedAsync(IReadOnlyCollection<Guid> waves, CancellationToken ct)
    {
        using var scope = scopes.CreateScope();
        var db = scope.ServiceProvider.GetRequiredService<CadranDb>();
        var today = time.Today;
        var closed = await db.Waves.AsNoTracking()
            .Where(w => waves.Contains(w.Id) && (w.ClosedAtUtc != null || w.ClosesOn < today))
            .Select(w => new { w.Id, w.SetAside }).ToListAsync(ct);
        var counts = await db.ResponseCounts.AsNoTracking().Where(c => waves.Contains(c.WaveId)).GroupBy(c => c.WaveId)
            .Select(g => new { g.Key, Responses = g.Sum(c => c.Count), Changes = g.Sum(c => Math.Abs(c.Count)) })
            .ToDictionaryAsync(g => g.Key, ct);
        var weightings = await db.WeightingChoices.AsNoTracking().Where(c => waves.Contains(c.WaveId)).GroupBy(c => c.WaveId)
            .Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, ct);
        return closed.ToDictionary(w => w.Id, w =>
        {
            var (came, changed) = counts.TryGetValue(w.Id, out var of) ? (of.Responses, of.Changes) : (0, 0);
            return new WaveStamp(w.Id, true, came - SetAsidePeriod.Out(w.SetAside),
                changed + SetAsidePeriod.Moved(w.SetAside) + weightings.GetValueOrDefault(w.Id));
        });
    }

    /// <summary>The questionnaire that a wave asks, with every turn of its loops.</summary>
    /// <exception cref="MissingException">There is no such wave.</exception>
    public async Task<QuestionnaireContent> ContentAsync(Guid wave, CancellationToken ct)
    {
        using var scope = scopes.CreateScope();
        var db = scope.ServiceProvider.GetRequiredService<CadranDb>();
        QuestionnaireContent content = await db.Waves.Where(w => w.Id == wave)
            .Join(db.QuestionnaireVersions, w => w.VersionId, v => v.Id, (_, v) => v.Content).FirstOrDefaultAsync(ct)
            ?? throw new MissingException("The wave");
        return content.Unfolded();
    }
}
