using Cadran.Collection;

namespace Cadran.Web.Respondent;

/// <summary>
/// Lets somebody who was written to be asked no more: by a press on our page, or by one press in the mail program (RFC 8058). Opening the
/// address changes nothing.
/// </summary>
internal sealed class StopFlow(OptOuts optOuts, AnswerReply reply)
{
    public async Task ShowAsync(HttpContext http, string language, string token)
    {
        if (await optOuts.IsTokenAsync(token, http.RequestAborted)) await PageAsync(http, language, stopped: false);
        else await reply.UnknownAsync(http);
    }

    public async Task StopAsync(HttpContext http, string language, string token)
    {
        if (await optOuts.StopAsync(token, http.RequestAborted)) await PageAsync(http, language, stopped: true);
        else await reply.UnknownAsync(http);
    }

    private Task PageAsync(HttpContext http, string language, bool stopped) =>
        reply.PageAsync(http, "Stop", new AnswerView(AnswerReply.Known(language), null), new StopValues(stopped));
}
