using System.Globalization;
using System.Security.Cryptography;
using Cadran.Collection;
using Cadran.Questionnaires;

namespace Cadran.Web.Respondent;

/// <summary>
/// The way of one person through a questionnaire. The address and the browser make the key, the draft carries the answers: every page can
/// be reloaded, gone back to and read in the other language, and sending twice counts once.
/// </summary>
internal sealed class AnswerFlow(AnswerWaves waves, DraftSessions visits, AnswerReply reply, ResponseStore store, TimeProvider time,
    AnswerLimits limits, Admissions admissions, ILogger<AnswerFlow> log)
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
        Answers answers = visit.Draft ?? new Answers();
        if (visit.Wave.Plan.HasRandomOrder && answers.Seed is null)
        {
            // Drawn before the first page is shown, so that the order is the same when they come back to it.
            answers.Seed = RandomNumberGenerator.GetInt32(int.MaxValue);
            await store.SaveDraftAsync(visit.Wave.Id, visit.Key, Today, answers.ToJson());
        }
        AnswerWalk? walk = visit.Wave.Walk(answers, language, Today, section);
        bool asksProblem = http.Request.Query.ContainsKey("problem");
        if (walk is { IsAtEnd: true })
        {
            var end = new SectionValues(answers, Nothing: asksProblem && visit.Wave.HasNothing(answers), Walk: walk);
            await reply.PageAsync(http, "End", new AnswerView(language, visit.Wave), end, end.Nothing ? 422 : 200);
            return;
        }
        if (walk is not null && !walk.Path.Shows(section))
        {
            await AnswerReply.GoTo(http, visit.Wave, language, visit.Token, $"{walk.Path.From(section)}");
            return;
        }
        var view = new AnswerView(language, visit.Wave, section);
        // The page with the problems is asked for after the form was sent, so that back and reload find it; it still says that the request
        // could not be met.
        SectionValues? problem = asksProblem ? Problem(visit.Wave, section, answers, walk) : null;
        bool untouched = problem is null && walk is null && view.Section.Questions.All(q => answers[q.Code] is null);
        await reply.PageAsync(http, "Section", view, untouched ? null : problem ?? new SectionValues(answers, Walk: walk),
            problem is null ? 200 : 422);
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
        // The form is sent to the address that it was opened under.
        foreach (Question hidden in wave.Hidden)
            if (answers[hidden.Code] is null)
                answers.Set(hidden.Code, HiddenKind.Brought(hidden, http.Request.Query[hidden.Code].FirstOrDefault()));
        AnswerWalk? walk = wave.Walk(answers, language, Today, section);
        string? other = wave.Languages.FirstOrDefault(form["language"].Contains);
        bool back = form.ContainsKey("back") && section > 1;
        if (walk is { IsAtEnd: true } && other is null && !back) { await SendAsync(http, wave, language, visit, answers); return; }
        if (walk is not null && !walk.Path.Shows(section))
        {
            // The end, or a page that answers given meanwhile have hidden: nothing of it is taken.
            await AnswerReply.GoTo(http, wave, other ?? language, visit.Token,
                $"{(back ? walk.Back : walk.IsAtEnd ? section : walk.Path.From(section))}");
            return;
        }
        SectionAnswers read = SectionAnswers.Read(
            walk?.Path.Asked(section) ?? wave.Sections[section - 1], code => form[FieldName.Of(code)]!, answers, language);
        foreach (var (code, answer) in read.ByCode) answers.Set(code, answer);
        // What was just said decides what is required and where it goes on.
        walk = wave.Walk(answers, language, Today, section);
        IReadOnlyDictionary<string, AnswerProblem> found = walk is null ? read.Problems : Found(read, walk, answers);

        bool trap = form["website"].Any(text => !string.IsNullOrEmpty(text));
        // Going back or changing the language keeps what can be kept and asks for nothing; only a text too long to keep stops it.
        var problems = other is null && !back ? found : found.Where(p => p.Value.WouldLoseText).ToDictionary();
        // What no page of ours sends, and a text too long to keep, is shown at once; every other problem can be seen in what was kept.
        if (trap || problems.Values.Any(p => !p.WasKept))
        {
            var refused = new SectionValues(answers, problems, form.Typed(problems.Keys), Trap: trap, Walk: walk);
            await reply.PageAsync(http, "Section", new AnswerView(language, wave, section), refused, 422);
            return;
        }
        bool last = walk?.IsLast ?? section == wave.Sections.Count;
        if (read.Masked || problems.Count > 0 || other is not null || back || !last)
        {
            string again = $"{section}?problem";
            string next = other is not null ? http.Request.Query.ContainsKey("problem") ? again : $"{section}"
                : read.Masked ? $"{section}/check" : problems.Count > 0 ? again
                : back ? $"{walk?.Back ?? section - 1}" : $"{walk?.Path.From(section + 1) ?? section + 1}";
            await KeepAsync(http, wave, other ?? language, visit, answers, next);
            return;
        }
        await SendAsync(http, wave, language, visit, answers);
    }

    public async Task ShowMaskedAsync(HttpContext http, string slug, string language, string token, int section)
    {
        if (await visits.FindAsync(http, slug, language, token, section) is not { } visit) return;
        if (visit.Draft is null || section > visit.Wave.Sections.Count)
            await AnswerReply.GoTo(http, visit.Wave, language, visit.Token, $"{section}");
        else
            await reply.PageAsync(http, "Confirm", new AnswerView(language, visit.Wave, section),
                new SectionValues(visit.Draft, Walk: visit.Wave.Walk(visit.Draft, language, Today, section)));
    }

    public async Task ConfirmMaskedAsync(HttpContext http, string slug, string language, string token, int section)
    {
        if (await AnswerPost.ReadAsync(http) is not { } form)
        {
            await reply.NoticeAsync(http, AnswerReply.Known(language), null, Notice.Unreadable, http.Response.StatusCode);
            return;
        }
        if (await visits.FindAsync(http, slug, language, token, section) is not { } visit) return;
        AnswerWalk? walk = visit.Wave.Walk(visit.Draft ?? new Answers(), language, Today, section);
        bool last = walk?.IsLast ?? section == visit.Wave.Sections.Count;
        string? next = form.ContainsKey("back") || visit.Draft is null || walk is { IsAtEnd: true } ? $"{section}"
            : Problem(visit.Wave, section, visit.Draft, walk) is not null ? $"{section}?problem"
            : !last ? $"{walk?.Path.From(section + 1) ?? section + 1}" : null;
        if (next is not null) await AnswerReply.GoTo(http, visit.Wave, language, visit.Token, next);
        else await SendAsync(http, visit.Wave, language, visit, visit.Draft!);
    }

    public async Task ThankAsync(HttpContext http, string slug, string language, string token)
    {
        if (await visits.SentAsync(http, slug, language, token) is not var (wave, sent, receipt)) await reply.UnknownAsync(http);
        else if (!sent) await AnswerReply.GoTo(http, wave, language, token, "1");
        else
        {
            string end = http.Request.Query["end"].ToString();
            LocalText? thanks = wave.Thanks(end);
            var view = new AnswerView(language, wave) { Ending = thanks, EndingQuery = thanks is null ? "" : $"?end={end}" };
            await reply.PageAsync(http, "Thanks", view, new ReceiptValues(token, receipt));
        }
    }

    private async Task SendAsync(HttpContext http, AnswerWave wave, string language, DraftSession visit, Answers answers)
    {
        AnswerWalk? walk = wave.Walk(answers, language, Today, wave.Sections.Count + 1);
        // Somebody may have opened a later page directly, or gone back from one with a problem.
        for (int section = 1; section <= wave.Sections.Count; section++)
        {
            if (walk?.Path.Shows(section) == false || Problem(wave, section, answers, walk) is null) continue;
            await KeepAsync(http, wave, language, visit, answers, $"{section}?problem");
            return;
        }
        if (walk is not null && wave.HasNothing(answers))
        {
            await KeepAsync(http, wave, language, visit, answers, $"{walk.End}?problem");
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
            AnswersJson = (walk is null ? answers : answers.Settled(walk.Path, wave.Plan.Content.Questions)).ToJson(wave.Codes),
        };
        await store.SubmitAsync(response, visit.Key);
        if (wave.AsksOnlyInvited) await SpendAsync(wave, visit.Token);
        await AnswerReply.GoTo(http, wave, language, visit.Token, $"thanks{walk?.Ending}");
    }

    // The answers count, whatever becomes of the link.
    private async Task SpendAsync(AnswerWave wave, string token)
    {
        try { await admissions.SpendAsync(wave.Id, token); }
        catch (System.Data.Common.DbException failure) { log.LogWarning(failure, "A personal link that was used stays open"); }
    }

    /// <summary>What keeps these answers from going on from this page; sending nothing at all is a problem of the last one.</summary>
    private static SectionValues? Problem(AnswerWave wave, int section, Answers answers, AnswerWalk? walk)
    {
        var standing = walk is null ? SectionAnswers.Standing(wave.Sections[section - 1], answers)
            : SectionAnswers.Standing(walk.Path, section, answers);
        bool nothing = walk is null && standing.Count == 0 && section == wave.Sections.Count && wave.HasNothing(answers);
        return standing.Count > 0 || nothing
            ? new SectionValues(answers, standing, Nothing: nothing, Walk: walk is null ? null : walk with { Step = section }) : null;
    }

    /// <summary>What was wrong with what a page sent, and what rules find wrong now that it is known.</summary>
    private static Dictionary<string, AnswerProblem> Found(SectionAnswers read, AnswerWalk walk, Answers answers)
    {
        var found = read.Problems.Where(p => p.Value != AnswerProblem.Missing).ToDictionary();
        foreach (var (code, problem) in SectionAnswers.Standing(walk.Path, walk.Step, answers)) found.TryAdd(code, problem);
        return found;
    }

    /// <summary>Keeps the answers on their way and leads on; to the receipt when they have been sent meanwhile.</summary>
    private async Task KeepAsync(HttpContext http, AnswerWave wave, string language, DraftSession visit, Answers answers, string next)
    {
        bool kept = await store.SaveDraftAsync(wave.Id, visit.Key, Today, answers.ToJson());
        await AnswerReply.GoTo(http, wave, language, visit.Token, kept ? next : "thanks");
    }
}
