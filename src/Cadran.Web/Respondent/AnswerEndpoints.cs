
namespace Cadran.Web.Respondent;

/// <summary>
/// The respondent pages. They need no account or script and no antiforgery token: nobody is signed in, so a forged request
/// could do no more than its sender could do by opening the link, and a repeated one counts once.
/// </summary>
internal static class AnswerEndpoints
{
    public static void AddRespondentPages(this IServiceCollection services)
    {
        services.AddSingleton<AnswerWaves>();
        services.AddSingleton<AnswerPages>();
        services.AddSingleton<AnswerReply>();
        services.AddSingleton<DraftSessions>();
        services.AddSingleton<AnswerFlow>();
        services.AddScoped<ReceiptFlow>();
        services.AddScoped<StopFlow>();
        services.AddSingleton<InvitedFlow>();
        services.AddSingleton<AnswerLimits>();
        services.AddHostedService<AnswerUpkeep>();
        services.AddHostedService<PaceWatch>();
    }

    public static void MapRespondentPages(this WebApplication app)
    {
        RouteGroupBuilder answer = app.MapGroup(Routes.Answer.Folder);
        answer.ShortCircuit();
        answer.AllowAnonymous();
        answer.MapGet("/", (AnswerReply reply, HttpContext http) => reply.UnknownAsync(http));
        answer.MapGet("/{slug}", (string slug, AnswerFlow flow, HttpContext http) => flow.ChooseLanguageAsync(http, slug));
        answer.MapGet("/{slug}/{language}", (string slug, string language, AnswerFlow flow, HttpContext http) =>
            flow.StartAsync(http, slug, language));
        const string invited = "/{slug}/{language}/by/{link}";
        answer.MapGet(invited, (string slug, string language, string link, InvitedFlow flow, HttpContext http) =>
            flow.ShowAsync(http, slug, language, link));
        answer.MapPost(invited, (string slug, string language, string link, InvitedFlow flow, HttpContext http) =>
            flow.BeginAsync(http, slug, language, link));
        const string code = "/{slug}/{language}/code";
        answer.MapGet(code, (string slug, string language, InvitedFlow flow, HttpContext http) => flow.AskAsync(http, slug, language));
        answer.MapPost(code, (string slug, string language, InvitedFlow flow, HttpContext http) => flow.TypeAsync(http, slug, language));
        const string stop = "/stop/{language}/{token}";
        answer.MapGet(stop, (string language, string token, StopFlow flow, HttpContext http) => flow.ShowAsync(http, language, token));
        answer.MapPost(stop, (string language, string token, StopFlow flow, HttpContext http) => flow.StopAsync(http, language, token));
        const string receipt = "/{slug}/{language}/receipt";
        answer.MapGet(receipt, (string slug, string language, ReceiptFlow flow, HttpContext http) =>
            flow.ShowAsync(http, slug, language));
        answer.MapPost(receipt, (string slug, string language, ReceiptFlow flow, HttpContext http) =>
            flow.CheckAsync(http, slug, language));
        answer.MapGet("/{slug}/{language}/receipts.txt", (string slug, string language, ReceiptFlow flow, HttpContext http) =>
            flow.ListAsync(http, slug, language));
        const string page = "/{slug}/{language}/{key}/{section:int}";
        answer.MapGet(page, (string slug, string language, string key, int section, AnswerFlow flow, HttpContext http) =>
            flow.ShowAsync(http, slug, language, key, section));
        answer.MapPost(page, (string slug, string language, string key, int section, AnswerFlow flow, HttpContext http) =>
            flow.ReceiveAsync(http, slug, language, key, section));
        answer.MapGet(page + "/check", (string slug, string language, string key, int section, AnswerFlow flow, HttpContext http) =>
            flow.ShowMaskedAsync(http, slug, language, key, section));
        answer.MapPost(page + "/check", (string slug, string language, string key, int section, AnswerFlow flow, HttpContext http) =>
            flow.ConfirmMaskedAsync(http, slug, language, key, section));
        answer.MapGet("/{slug}/{language}/{key}/thanks", (string slug, string language, string key, AnswerFlow flow, HttpContext http) =>
            flow.ThankAsync(http, slug, language, key));
        answer.MapGet("/{slug}/{language}/{**rest}", (AnswerReply reply, HttpContext http) => reply.UnknownAsync(http));
    }
}
