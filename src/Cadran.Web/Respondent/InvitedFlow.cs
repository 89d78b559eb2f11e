using Cadran.Collection;

namespace Cadran.Web.Respondent;

/// <summary>
/// Where a personal link leads: says what is known of whoever uses it, and begins on a press of a button. Programs that look into
/// messages and follow links change nothing and count as nothing.
/// </summary>
internal sealed class InvitedFlow(AnswerWaves waves, AnswerReply reply, AnswerKeySource source, Admissions admissions, TimeProvider time)
{
    public async Task ShowAsync(HttpContext http, string slug, string language, string link)
    {
        if (await FindAsync(http, slug, language, link) is var (wave, _))
            await reply.PageAsync(http, "Invited", new AnswerView(language, wave), new InvitedValues(link));
    }

    public async Task BeginAsync(HttpContext http, string slug, string language, string link)
    {
        if (await FindAsync(http, slug, language, link) is var (wave, number)) await AnswerReply.GoTo(http, wave, language, number, "1");
    }

    private async Task<(AnswerWave Wave, string Number)?> FindAsync(HttpContext http, string slug, string language, string link)
    {
        if (await FindWaveAsync(http, slug, language) is not { } wave) return null;
        if (await NumberAsync(wave, link, http.RequestAborted) is { } number) return (wave, number);
        // Used, mistyped or made up: all are told the same.
        await reply.NoticeAsync(http, language, wave, Notice.NotInvited, StatusCodes.Status404NotFound);
        return null;
    }

    /// <summary>Asks for the code of a letter.</summary>
    public async Task AskAsync(HttpContext http, string slug, string language)
    {
        if (await FindWaveAsync(http, slug, language) is { } wave)
            await reply.PageAsync(http, "Code", new AnswerView(language, wave), new CodeValues("", Wrong: false));
    }

    /// <summary>A code was typed, however it was written.</summary>
    public async Task TypeAsync(HttpContext http, string slug, string language)
    {
        if (await FindWaveAsync(http, slug, language) is not { } wave) return;
        string typed = await AnswerPost.ReadAsync(http) is { } form ? form["code"].FirstOrDefault() ?? "" : "";
        if (AnswerKeys.LinkOf(typed) is { } link && await NumberAsync(wave, link, http.RequestAborted) is not null)
            AnswerReply.SeeOther(http, Routes.Answer.Invited(slug, language, link));
        else await reply.PageAsync(http, "Code", new AnswerView(language, wave), new CodeValues(typed, Wrong: true), 422);
    }

    // The number behind a link that was not used yet; null for any other.
    private async Task<string?> NumberAsync(AnswerWave wave, string written, CancellationToken ct)
    {
        if (AnswerKeys.LinkOf(written) is not { } link) return null;
        string number = (await source.GetAsync(ct)).NumberOf(wave.Id, link);
        return await admissions.AdmitsAsync(wave.Id, number, ct) ? number : null;
    }

    private async Task<AnswerWave?> FindWaveAsync(HttpContext http, string slug, string language)
    {
        AnswerWave? wave = await waves.FindAsync(slug, http.RequestAborted);
        if (wave is null || !wave.AsksOnlyInvited || !wave.Languages.Contains(language)) { await reply.UnknownAsync(http); return null; }
        WaveState state = wave.Wave.StateOn(time.Today);
        if (state == WaveState.Open) return wave;
        await reply.NoticeAsync(http, language, wave, state == WaveState.Closed ? Notice.Closed : Notice.NotYetOpen);
        return null;
    }
}
