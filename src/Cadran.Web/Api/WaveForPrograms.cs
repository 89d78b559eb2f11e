using Cadran.Collection;
using Cadran.People;
using Cadran.Questionnaires;
using Cadran.Storage;
using Cadran.Web.Respondent;
using Microsoft.EntityFrameworkCore;

namespace Cadran.Web.Api;

/// <summary>What a wave asks, for a program that is to answer it.</summary>
/// <param name="TakesAnswers">It is open, and not only to those who were sent a link.</param>
public sealed record WaveForPrograms(Guid Id, string Name, LocalText Service, DateOnly OpensOn, DateOnly ClosesOn, bool TakesAnswers,
    IReadOnlyList<string> Languages, IReadOnlyList<WaveForPrograms.AskedItem> Questions)
{
    /// <param name="Parts">Names of the parts of an answer; empty for most.</param>
    /// <param name="NoValues">Codes that may be sent instead of an answer.</param>
    /// <param name="Varies">Whether it is asked of everybody, or a rule decides.</param>
    public sealed record AskedItem(string Code, string Kind, LocalText Text, bool Required, bool Varies, IReadOnlyList<AskedOption> Options,
        bool Several, IReadOnlyList<string> Parts, IReadOnlyList<string> NoValues);

    public sealed record AskedOption(string Code, LocalText Label);

    internal static async Task<IResult> ShowAsync(Guid id, HttpContext http, CadranDb db, OrganisationTrees trees, AnswerWaves waves,
        TimeProvider time, CancellationToken ct) =>
        await FindAsync(id, http, db, trees, waves, ct) is { } wave ? Results.Ok(Of(wave, time.Today))
            : KeyFilter.Problem(404, "This key knows no such wave.");

    /// <summary>The wave, when the key is of its organisation or of one above it; null otherwise.</summary>
    internal static async Task<AnswerWave?> FindAsync(Guid id, HttpContext http, CadranDb db, OrganisationTrees trees, AnswerWaves waves,
        CancellationToken ct)
    {
        ApiKey key = http.Features.Get<ApiKey>()!;
        var found = await db.Waves.AsNoTracking().Where(w => w.Id == id)
            .Join(db.Services, w => w.ServiceId, s => s.Id, (w, s) => new { w.Slug, s.OrganisationId }).FirstOrDefaultAsync(ct);
        if (found is null || !(await trees.ReadAsync(db, ct)).Above(found.OrganisationId).Contains(key.OrganisationId)) return null;
        return await waves.FindAsync(found.Slug, ct);
    }

    private static WaveForPrograms Of(AnswerWave wave, DateOnly today) => new(wave.Id, wave.Wave.Name, wave.Service, wave.Wave.OpensOn,
        wave.Wave.ClosesOn, wave.Wave.StateOn(today) == WaveState.Open && !wave.AsksOnlyInvited, wave.Languages,
        [.. wave.Plan.Content.Questions.Where(q => q.Kind.HasAnswer).Select(q => new AskedItem(q.Code, q.Kind.Code, q.Text, q.Required,
            wave.Plan.HasRules, [.. q.Kind.Options(q).Select(o => new AskedOption(o.Code, o.Label))], q.Kind.TakesSeveral, q.Kind.Parts(q),
            [.. q.Kind.Offered(q).Select(n => n.Code)]))]);
}
