using System.Globalization;
using Cadran.Web.Respondent;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace Cadran.Web.Pages.Error;

/// <summary>What people see for a status without a page of its own. Answers any method: a refused post lands here too.</summary>
[IgnoreAntiforgeryToken]
public sealed class ErrorShowModel(IStringLocalizer<Text> text, AnswerReply respondents) : PageModel
{
    public string Heading { get; private set; } = "";
    public string Advice { get; private set; } = "";

    // Before any handler and for every method: the page says the same to all, but to respondents in pages of theirs.
    [NonHandler]
    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        string? asked = HttpContext.Features.Get<IExceptionHandlerPathFeature>()?.Path
            ?? HttpContext.Features.Get<IStatusCodeReExecuteFeature>()?.OriginalPath;
        if (asked is not null && new PathString(asked).StartsWithSegments(Routes.Answer.Folder, StringComparison.OrdinalIgnoreCase))
        {
            await respondents.ProblemAsync(HttpContext, asked, Code);
            context.Result = new EmptyResult();
            return;
        }
        Say(Code);
        await next();
    }

    // Not a bound parameter: binding reads the form of the refused post, which may be what could not be read.
    private int Code =>
        int.TryParse(RouteData.Values["code"] as string, NumberStyles.None, CultureInfo.InvariantCulture, out int code) ? code : 0;

    private void Say(int code)
    {
        (Heading, Advice) = code switch
        {
            400 =>
                (text["This form could not be read"], text["It may have been open too long. Go back, reload the page and send it again."]),
            403 => (text["You may not do this"], text["Your role does not include this. Ask the administrator of your organisation."]),
            404 =>
                (text["This page does not exist"],
                    text["The address may be mistyped, or what it showed belongs to an organisation you cannot see."]),
            413 => (text["This file is too large"], text["Send a smaller file, or import it with the command line."]),
            _ =>
                (text["Something went wrong on our side"], text["Nothing you sent was half saved. Try again; " +
                    "if it goes on, tell the administrator the time it happened."]),
        };
        Response.StatusCode = code is >= 400 and < 600 ? code : 404;
    }
}
