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
        AnswerWave? wave = await waves.FindAsync(slug, http.RequestAborted);
        if (wave is null || !wave.AsksOnlyInvited || !wave.Languages.Contains(language)) { await reply.UnknownAsync(http); return null; }
        WaveState state = wave.Wave.StateOn(time.Today);
        if (state != WaveState.Open)
        {
            await reply.NoticeAsync(http, language, wave, state == WaveState.Closed ? Notice.Closed : Notice.NotYetOpen);
            return null;
        }
        AnswerKeys keys = await source.GetAsync(http.RequestAborted);
        string number = SubmissionKey.IsToken(link) ? keys.NumberOf(wave.Id, link) : "";
        if (number.Length > 0 && await admissions.AdmitsAsync(wave.Id, number, http.RequestAborted)) return (wave, number);
        // Used, mistyped or made up: all are told the same.
        await reply.NoticeAsync(http, language, wave, Notice.NotInvited, StatusCodes.Status404NotFound);
        return null;
    }
}
