using Cadran.Collection;

namespace Cadran.Web.Respondent;

/// <summary>
/// Finds the wave and the draft behind an address. Where there is none, or no answers are taken, it says so itself and gives null back.
/// </summary>
internal sealed class DraftSessions(
    AnswerWaves waves, AnswerReply reply, AnswerKeySource source, ResponseStore store, TimeProvider time,
    Admissions admissions)
{
    /// <summary>The open wave, a key of our form and what it holds.</summary>
    public async Task<DraftSession?> FindAsync(HttpContext http, string slug, string language, string token, int section)
    {
        AnswerWave? wave = await waves.FindAsync(slug, http.RequestAborted);
        if (wave is null || !wave.Languages.Contains(language) || !SubmissionKey.IsToken(token)
            || section < 1 || section > wave.Sections.Count + (wave.Plan.HasRules ? 1 : 0))
        {
            await reply.UnknownAsync(http);
            return null;
        }
        AnswerKeys keys = await source.GetAsync(http.RequestAborted);
        bool asked = HttpMethods.IsGet(http.Request.Method);
        if (!keys.Issued(wave.Id, token))
        {
            // An address that somebody made up, or from before the server's number was made. What was sent with it is not lost.
            if (asked && !wave.AsksOnlyInvited) { await StartAsync(http, wave, language, keys); return null; }
            token = keys.NewToken(wave.Id);
        }
        SubmissionKey key = Key(keys, wave, token, http);
        // One page without texts: a retry is found out when it is stored.
        bool look = !wave.NeedsNoDraft || asked;
        DraftState state = look ? await store.FindDraftAsync(wave.Id, key, http.RequestAborted) : new DraftState(null, false);
        if (state.Sent) { await AnswerReply.GoTo(http, wave, language, token, "thanks"); return null; }
        if (await RefuseAsync(http, wave, language)) return null;
        if (wave.AsksOnlyInvited && !await admissions.AdmitsAsync(wave.Id, token, http.RequestAborted))
        {
            await reply.NoticeAsync(http, language, wave, Notice.NotInvited, StatusCodes.Status403Forbidden);
            return null;
        }
        // With a number the key is another: not while something lies under the key without one.
        if (asked && state.AnswersJson is null && !GoesOnAnywhere(wave)) BrowserNumber.Give(http, slug);
        return new DraftSession(wave, token, key, state.AnswersJson is null ? null : Answers.Parse(state.AnswersJson, wave.Find));
    }

    /// <summary>A new number in the address for everybody who opens the link.</summary>
    public async Task OpenAsync(HttpContext http, string slug, string language)
    {
        AnswerWave? wave = await waves.FindAsync(slug, http.RequestAborted);
        if (wave is null || !wave.Languages.Contains(language)) { await reply.UnknownAsync(http); return; }
        if (await RefuseAsync(http, wave, language)) return;
        if (wave.AsksOnlyInvited)
        {
            // As it stands on letters.
            AnswerReply.SeeOther(http, Routes.Answer.Code(slug, language));
            return;
        }
        await StartAsync(http, wave, language, await source.GetAsync(http.RequestAborted));
    }

    /// <summary>
    /// Whether the answers behind an address have been counted, and their receipt; null when there is nothing at the address.
    /// </summary>
    public async Task<(AnswerWave Wave, bool Sent, string Receipt)?> SentAsync(
        HttpContext http, string slug, string language, string token)
    {
        AnswerWave? wave = await waves.FindAsync(slug, http.RequestAborted);
        if (wave is null || !wave.Languages.Contains(language) || !SubmissionKey.IsToken(token)) return null;
        AnswerKeys keys = await source.GetAsync(http.RequestAborted);
        SubmissionKey key = Key(keys, wave, token, http);
        bool sent = keys.Issued(wave.Id, token) && (await store.FindDraftAsync(wave.Id, key, http.RequestAborted)).Sent;
        return (wave, sent, keys.Receipt(wave.Id, key));
    }

    // A link that goes on anywhere is the key alone.
    private static SubmissionKey Key(AnswerKeys keys, AnswerWave wave, string token, HttpContext http) =>
        keys.Key(wave.Id, token, GoesOnAnywhere(wave) ? "" : BrowserNumber.Of(http));

    private static bool GoesOnAnywhere(AnswerWave wave) => wave.Invited is { Links: LinkKind.Personal, Resumable: true };

    private static Task StartAsync(HttpContext http, AnswerWave wave, string language, AnswerKeys keys)
    {
        BrowserNumber.Give(http, wave.Wave.Slug);
        return AnswerReply.GoTo(http, wave, language, keys.NewToken(wave.Id), "1" + wave.Brought(http.Request.Query));
    }

    private async Task<bool> RefuseAsync(HttpContext http, AnswerWave wave, string language)
    {
        WaveState state = wave.Wave.StateOn(time.Today);
        if (state == WaveState.Open) return false;
        await reply.NoticeAsync(http, language, wave, state == WaveState.Closed ? Notice.Closed : Notice.NotYetOpen);
        return true;
    }
}
