using System.Globalization;
using Cadran.Collection;
using Cadran.Questionnaires;

namespace Cadran.Web.Respondent;

/// <summary>
/// The way of one person through a questionnaire. The address and the browser make the key, the draft carries the answers: every page can
/// be reloaded, gone back to and read in the other language, and sending twice counts once.
/// </summary>
internal sealed class AnswerFlow(AnswerWaves waves, DraftSessions visits, AnswerReply reply, AnswerKeySource keys, ResponseStore store,
    TimeProvider time, AnswerLimits limits)
{
    private DateOnly Today => time.Today;

    public async Task ChooseLanguageAsync(HttpContext http, string slug)
    {
        AnswerWave? wave = await waves.FindAsync(slug, http.RequestAborted);
        if (wave is null) { await reply.UnknownAsync(http); return; }
        string language = AnswerReply.PreferredLanguage(http, wave.Languages);
        AnswerReply.Headers(http.Response);
        http.Response.StatusCode = StatusCodes.Status303SeeOther;
        http.Response.Headers.Location = Routes.Answer.Start(slug, language) + wave.Brought(http.Request.Query);
    }

    public Task StartAsync(HttpContext http, string slug, string language) => visits.OpenAsync(http, slug, language);

    public async Task ShowAsync(HttpContext http, string slug, string language, string token, int section)
    {
        if (await visits.FindAsync(http, slug, language, token, section) is not { } visit) return;
        var view = new AnswerView(language, visit.Wave, section);
        Answers answers = visit.Draft ?? new Answers();
        // The page with the problems is asked for after the form was sent, so that back and reload find it; it still says that the request
        // could not be met.
        SectionValues? problem = http.Request.Query.ContainsKey("problem") ? Problem(visit.Wave, section, answers) : null;
        bool untouched = problem is null && view.Section.Questions.All(q => answers[q.Code] is null);
        await reply.PageAsync(http, "Section", view, untouched ? null : problem ?? new SectionValues(answers), problem is null ? 200 : 422);
    }

    public async Task ReceiveAsync(HttpContext http, string slug, string language, string token, int section)
    {
        if (await AnswerPost.ReadAsync(http) is not { } form)
        {
            int status = http.Response.StatusCode;
            Notice why = status == StatusCodes.Status413PayloadTooLarge ? Notice.TooLarge : Notice.Unreadable;
            await reply.NoticeAsync(http, AnswerReply.Known(language), null, why, status);
            return;
        }
        if (await visits.FindAsync(http, slug, language, token, section) is not { } visit) return;
        AnswerWave wave = visit.Wave;
        Answers answers = visit.Draft ?? new Answers();
        SectionAnswers read = SectionAnswers.Read(wave.Sections[section - 1], code => form[FieldName.Of(code)]!, answers, language);
        foreach (var (code, answer) in read.ByCode) answers.Set(code, answer);
        // The form is sent to the address that it was opened under.
        foreach (Question hidden in wave.Hidden)
            if (answers[hidden.Code] is null)
                answers.Set(hidden.Code, HiddenKind.Brought(hidden, http.Request.Query[hidden.Code].FirstOrDefault()));

        string? other = wave.Languages.FirstOrDefault(form["language"].Contains);
        bool back = form.ContainsKey("back") && section > 1;
        bool trap = form["website"].Any(text => !string.IsNullOrEmpty(text));
        // Going back or changing the language keeps what can be kept and asks for nothing; only a text too long to keep stops it.
        var problems = other is null && !back ? read.Problems : read.Problems.Where(p => p.Value.WouldLoseText).ToDictionary();
        // What no page of ours sends, and a text too long to keep, is shown at once; every other problem can be seen in what was kept.
        if (trap || problems.Values.Any(p => !p.WasKept))
        {
            var refused = new SectionValues(answers, problems, form.Typed(problems.Keys), Trap: trap);
            await reply.PageAsync(http, "Section", new AnswerView(language, wave, section), refused, 422);
            return;
        }
        if (read.Masked || problems.Count > 0 || other is not null || back || section < wave.Sections.Count)
        {
            string again = $"{section}?problem";
            string next = other is not null ? http.Request.Query.ContainsKey("problem") ? again : $"{section}"
                : read.Masked ? $"{section}/check" : problems.Count > 0 ? again : back ? $"{section - 1}" : $"{section + 1}";
            await KeepAsync(http, wave, other ?? language, visit, answers, next);
            return;
        }
        await SendAsync(http, wave, language, visit, answers);
    }

    public async Task ShowMaskedAsync(HttpContext http, string slug, string language, string token, int section)
    {
        if (await visits.FindAsync(http, slug, language, token, section) is not { } visit) return;
        if (visit.Draft is null) await AnswerReply.GoTo(http, visit.Wave, language, visit.Token, $"{section}");
        else await reply.PageAsync(http, "Confirm", new AnswerView(language, visit.Wave, section), new SectionValues(visit.Draft));
    }

    public async Task ConfirmMaskedAsync(HttpContext http, string slug, string language, string token, int section)
    {
        if (await AnswerPost.ReadAsync(http) is not { } form)
        {
            await reply.NoticeAsync(http, AnswerReply.Known(language), null, Notice.Unreadable, http.Response.StatusCode);
            return;
        }
        if (await visits.FindAsync(http, slug, language, token, section) is not { } visit) return;
        string? next = form.ContainsKey("back") || visit.Draft is null ? $"{section}"
            : Problem(visit.Wave, section, visit.Draft) is not null ? $"{section}?problem"
            : section < visit.Wave.Sections.Count ? $"{section + 1}" : null;
        if (next is not null) await AnswerReply.GoTo(http, visit.Wave, language, visit.Token, next);
        else await SendAsync(http, visit.Wave, language, visit, visit.Draft!);
    }

    public async Task ThankAsync(HttpContext http, string slug, string language, string token)
    {
        if (await visits.SentAsync(http, slug, language, token) is not var (wave, sent, receipt)) await reply.UnknownAsync(http);
        else if (sent) await reply.PageAsync(http, "Thanks", new AnswerView(language, wave), new ReceiptValues(token, receipt));
        else await AnswerReply.GoTo(http, wave, language, token, "1");
    }

    public async Task ShowReceiptAsync(HttpContext http, string slug, string language)
    {
        if (await waves.FindAsync(slug, http.RequestAborted) is { } wave && wave.Languages.Contains(language))
            await reply.PageAsync(http, "Receipt", new AnswerView(language, wave), new ReceiptCheck("", null));
        else await reply.UnknownAsync(http);
    }

    public async Task CheckReceiptAsync(HttpContext http, string slug, string language)
    {
        AnswerWave? wave = await waves.FindAsync(slug, http.RequestAborted);
        if (wave is null || !wave.Languages.Contains(language)) { await reply.UnknownAsync(http); return; }
        string typed = await AnswerPost.ReadAsync(http) is { } form ? form["receipt"].FirstOrDefault() ?? "" : "";
        bool real = (await keys.GetAsync(http.RequestAborted)).IsReceipt(wave.Id, typed);
        await reply.PageAsync(http, "Receipt", new AnswerView(language, wave), new ReceiptCheck(typed, real), real ? 200 : 422);
    }

    private async Task SendAsync(HttpContext http, AnswerWave wave, string language, DraftSession visit, Answers answers)
    {
        // Somebody may have opened a later page directly, or gone back from one with a problem.
        for (int section = 1; section <= wave.Sections.Count; section++)
        {
            if (Problem(wave, section, answers) is null) continue;
            await KeepAsync(http, wave, language, visit, answers, $"{section}?problem");
            return;
        }
        if (!limits.MayAnswer(http, wave.Id) && await store.SaveDraftAsync(wave.Id, visit.Key, Today, answers.ToJson()))
        {
            http.Response.Headers.RetryAfter = AnswerLimits.Window.TotalSeconds.ToString(CultureInfo.InvariantCulture);
            await reply.NoticeAsync(http, language, wave, Notice.TooMany, StatusCodes.Status429TooManyRequests);
            return;
        }
        var response = new Response
        {
            WaveId = wave.Id,
            ReceivedOn = Today,
            Channel = "online",
            Language = language,
            AnswersJson = answers.ToJson(wave.Codes),
        };
        await store.SubmitAsync(response, visit.Key);
        await AnswerReply.GoTo(http, wave, language, visit.Token, "thanks");
    }

    /// <summary>What keeps these answers from going on from this page; sending nothing at all is a problem of the last one.</summary>
    private static SectionValues? Problem(AnswerWave wave, int section, Answers answers)
    {
        var standing = SectionAnswers.Standing(wave.Sections[section - 1], answers);
        bool nothing = standing.Count == 0 && section == wave.Sections.Count
            && answers.ByCode.Keys.All(code => wave.Hidden.Any(q => q.Code == code));
        return standing.Count > 0 || nothing ? new SectionValues(answers, standing, Nothing: nothing) : null;
    }

    /// <summary>Keeps the answers on their way and leads on; to the receipt when they have been sent meanwhile.</summary>
    private async Task KeepAsync(HttpContext http, AnswerWave wave, string language, DraftSession visit, Answers answers, string next)
    {
        bool kept = await store.SaveDraftAsync(wave.Id, visit.Key, Today, answers.ToJson());
        await AnswerReply.GoTo(http, wave, language, visit.Token, kept ? next : "thanks");
    }
}
