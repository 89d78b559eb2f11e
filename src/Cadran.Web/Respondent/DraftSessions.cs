using Cadran.Collection;

namespace Cadran.Web.Respondent;

/// <summary>
/// Finds the wave and the draft behind an address. Where there is none, or no answers are taken, it says so itself and gives null back.
/// </summary>
internal sealed class DraftSessions(AnswerWaves waves, AnswerReply reply, ResponseStore store, TimeProvider time)
{
    /// <summary>The open wave, a key of our form and what it holds.</summary>
    public async Task<DraftSession?> FindAsync(HttpContext http, string slug, string language, string token, int section)
    {
        AnswerWave? wave = await waves.FindAsync(slug, http.RequestAborted);
        if (wave is null || !wave.Languages.Contains(language) || SubmissionKey.Parse(token) is not { } key
            || section < 1 || section > wave.Sections.Count)
        {
            await reply.UnknownAsync(http);
            return null;
        }
        // One page without texts: a retry is found out when it is stored.
        bool look = !wave.NeedsNoDraft || HttpMethods.IsGet(http.Request.Method);
        DraftState state = look ? await store.FindDraftAsync(wave.Id, key, http.RequestAborted) : new DraftState(null, false);
        if (state.Sent) { await AnswerReply.GoTo(http, wave, language, key, "thanks"); return null; }
        if (await RefuseAsync(http, wave, language)) return null;
        return new DraftSession(wave, key, state.AnswersJson is null ? null : Answers.Parse(state.AnswersJson, wave.Find));
    }

    public async Task<AnswerWave?> OpenAsync(HttpContext http, string slug, string language)
    {
        AnswerWave? wave = await waves.FindAsync(slug, http.RequestAborted);
        if (wave is null || !wave.Languages.Contains(language)) { await reply.UnknownAsync(http); return null; }
        return await RefuseAsync(http, wave, language) ? null : wave;
    }

    private async Task<bool> RefuseAsync(HttpContext http, AnswerWave wave, string language)
    {
        WaveState state = wave.Wave.StateOn(time.Today);
        if (state == WaveState.Open) return false;
        await reply.NoticeAsync(http, language, wave, state == WaveState.Closed ? Notice.Closed : Notice.NotYetOpen);
        return true;
    }
}
