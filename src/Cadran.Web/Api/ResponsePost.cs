using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;
using Cadran.Collection;
using Cadran.People;
using Cadran.Questionnaires;
using Cadran.Storage;
using Cadran.Web.Respondent;

namespace Cadran.Web.Api;

/// <summary>
/// Takes the answers of one person from a program: the same rules as on the pages, and acknowledged when they are on disk. Sent again under
/// the same number they count once; what was sent first stays, and nobody can look it up.
/// </summary>
internal static class ResponsePost
{
    public const int MostBytes = 256 * 1024, LongestNumber = 200;
    public const string NumberHeader = "Idempotency-Key";

    private static readonly JsonSerializerOptions Strict =
        new(JsonSerializerDefaults.Web) { AllowDuplicateProperties = false, MaxDepth = 5, RespectRequiredConstructorParameters = true };

    public static async Task<IResult> ReceiveAsync(Guid id, HttpContext http, CadranDb db, OrganisationTrees trees, AnswerWaves waves,
        AnswerKeySource source, ResponseStore store, TimeProvider time, CancellationToken ct)
    {
        ApiKey key = http.Features.Get<ApiKey>()!;
        if (!key.Scopes.Contains(ApiScope.SendResponses)) return KeyFilter.Problem(403, "This key may not send responses.");
        if (await WaveForPrograms.FindAsync(id, http, db, trees, waves, ct) is not { } wave)
            return KeyFilter.Problem(404, "This key knows no such wave.");
        string number = http.Request.Headers[NumberHeader].ToString();
        if (number.Length is 0 or > LongestNumber)
            return KeyFilter.Problem(400, $"Send a number of your own for these answers, the same when you try again: {NumberHeader}.");
        AnswerKeys keys = await source.GetAsync(ct);
        SubmissionKey under = keys.OfProgram(wave.Id, key.Id, number);
        // A reply that was lost is given again, also when the wave has closed meanwhile. Of what came first nothing can be said.
        var repeated = new TakenResponse(keys.Receipt(wave.Id, under), true, false, []);
        if ((await store.FindDraftAsync(wave.Id, under, ct)).Sent) return Results.Ok(repeated);
        if (wave.Wave.StateOn(time.Today) != WaveState.Open) return KeyFilter.Problem(409, "This wave takes no answers today.");
        if (wave.AsksOnlyInvited) return KeyFilter.Problem(409, "This wave is answered by links that were sent to people.");
        (SentResponse? sent, IResult? unread) = await ReadAsync(http.Request, ct);
        if (sent is null) return unread!;
        if (!wave.Languages.Contains(sent.Language))
            return KeyFilter.Problem(422, "The wave is not asked in this language.",
                [new("/language", "NotALanguage", $"One of {string.Join(", ", wave.Languages)}.")]);
        SentValues values = SentValues.Read(sent.Answers);
        int seed = RandomNumberGenerator.GetInt32(int.MaxValue);
        WholeAnswers whole = WholeAnswers.Read(wave.Plan,
            answers => wave.Walk(answers, sent.Language, time.Today, wave.Sections.Count + 1)?.Path, values.Of, [.. sent.Answers.Keys],
            sent.Language, seed);
        SentFault[] faults = [.. values.Faults, .. Unknown(wave, sent), .. whole.Problems.Select(p => Fault(wave, p.Key, p.Value))];
        if (faults.Length == 0 && wave.HasNothing(whole.Answers)) faults = [new("/answers", "Nothing", "Nothing was answered.")];
        if (faults.Length > 0) return KeyFilter.Problem(422, "These answers cannot be taken as they are. Nothing was stored.", faults);

        bool first = await store.SubmitAsync(new()
        {
            WaveId = wave.Id,
            ReceivedOn = time.Today,
            Channel = Channel.Online.Response!,
            Language = sent.Language,
            AnswersJson = whole.Answers.ToJson(wave.Codes),
        }, under);
        return !first ? Results.Ok(repeated) : Results.Created((string?)null, repeated with
        {
            Repeated = false,
            Masked = Masked(whole.Answers),
            Left = [.. whole.Unasked.Where(code => wave.Find(code) is not null)],
        });
    }

    private static async Task<(SentResponse?, IResult?)> ReadAsync(HttpRequest request, CancellationToken ct)
    {
        if (!request.HasJsonContentType()) return (null, KeyFilter.Problem(415, "Send application/json."));
        if (request.ContentLength > MostBytes) return (null, TooLarge());
        using var body = new MemoryStream();
        var part = new byte[16 * 1024];
        for (int n; (n = await request.Body.ReadAsync(part, ct)) > 0;)
        {
            if (body.Length + n > MostBytes) return (null, TooLarge());
            body.Write(part, 0, n);
        }
        try
        {
            var read = JsonSerializer.Deserialize<SentResponse>(body.GetBuffer().AsSpan(0, (int)body.Length), Strict);
            return read is { Answers: not null } ? (read, null)
                : (null, KeyFilter.Problem(400, "Send an object with language and answers."));
        }
        catch (JsonException wrong)
        {
            return (null, KeyFilter.Problem(400, string.Create(CultureInfo.InvariantCulture,
                $"This is no such JSON: look at {wrong.Path ?? "$"}, line {wrong.LineNumber + 1}.")));
        }

        static IResult TooLarge() => KeyFilter.Problem(413, $"Answers of one person take at most {MostBytes / 1024} KB.");
    }

    private static IEnumerable<SentFault> Unknown(AnswerWave wave, SentResponse sent)
    {
        foreach (var (code, value) in sent.Answers)
            if (wave.Find(code) is not { } question)
                yield return new($"/answers/{SentValues.Escaped(code)}", "NotAQuestion", "The wave asks no question with this code.");
            else if (value.ValueKind == JsonValueKind.Object)
                foreach (JsonProperty part in value.EnumerateObject()
                    .Where(p => p.Name != "value" && !question.Kind.Parts(question).Contains(p.Name)))
                    yield return new($"/answers/{SentValues.Escaped(code)}/{SentValues.Escaped(part.Name)}", "NotAPart",
                        "The answer has no part of this name.");
    }

    private static SentFault Fault(AnswerWave wave, string code, AnswerProblem problem)
    {
        string words = problem.OnPage.Length > 0 ? string.Format(CultureInfo.InvariantCulture, problem.OnPage, problem.Args)
            : wave.Find(code) is { } question && problem.Code.StartsWith("Check", StringComparison.Ordinal)
                && int.TryParse(problem.Code.AsSpan(5), CultureInfo.InvariantCulture, out int check)
                ? question.Checks[check].Message.In("en") : problem.Code;
        return new($"/answers/{code}", problem.Code, words);
    }

    private static bool Masked(Answers answers) => answers.ByCode.Values.Any(a => a is Answer.Comment { Masked.Count: > 0 });
}
