using Cadran.Web.Pages.Error;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace Cadran.Web.Platform;

/// <summary>
/// What the domain throws becomes what people see: a broken rule is the same page again with the message, anything else of
/// <see cref="RefusalStatus"/> its status. Shape errors of a form are the page's own 422.
/// A page loads what it shows before it decides, so that it can be shown again; <see cref="IReloadedPage"/> when it was not the first.
/// </summary>
internal sealed class RuleFilter(IStringLocalizer<Text> text) : IAsyncPageFilter
{
    public Task OnPageHandlerSelectionAsync(PageHandlerSelectedContext context) => Task.CompletedTask;

    public async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        // Without a handler nothing has asked who may see the page. Only what is shown to everybody (to sign in, to say what went wrong)
        // does without.
        bool shows = HttpMethods.IsGet(context.HttpContext.Request.Method) || HttpMethods.IsHead(context.HttpContext.Request.Method)
            || context.HandlerInstance is ErrorShowModel;
        if (context.HandlerMethod is null && !shows)
        {
            context.Result = new NotFoundResult();
            return;
        }
        if (context.HandlerInstance is not ErrorShowModel && HoldsNul(context.HttpContext.Request))
        {
            context.Result = new BadRequestResult();
            return;
        }
        context.HttpContext.Response.OnStarting(KeepRefusedForm, context.HttpContext.Response);
        PageHandlerExecutedContext executed = await next();
        if (RefusalStatus.Of(executed.Exception) is not { } status) return;
        executed.ExceptionHandled = true;
        executed.Result = new StatusCodeResult(status);
        if (executed.Exception is not RuleViolationException rule) return;
        if (rule.Code == Refusals.Changed && context.HandlerInstance is IReloadedPage page)
            await page.ReloadAsync(context.HttpContext.RequestAborted);
        context.ModelState.AddModelError(
            Field(rule, context.ModelState.Keys), text[rule.Message, [.. rule.Args.Select(Localization.Readable)]]);
        executed.Result = new PageResult { StatusCode = status };
    }

    // A field of the form before the page's own of the same name, which may be where it starts from.
    private static string Field(RuleViolationException rule, IEnumerable<string> sent) => rule.Field is null ? ""
        : sent.Where(k => k == rule.Field || k.EndsWith("." + rule.Field, StringComparison.Ordinal)).MaxBy(k => k.Length) ?? "";

    // A browser goes back to the answer to a form only if it may keep it; otherwise it shows that the page has expired, and what was typed
    // is gone.
    private static Task KeepRefusedForm(object state)
    {
        var response = (HttpResponse)state;
        if (response.StatusCode is not (StatusCodes.Status409Conflict or StatusCodes.Status422UnprocessableEntity))
            return Task.CompletedTask;
        response.Headers.CacheControl = "private, no-cache";
        response.Headers.Pragma = default;
        return Task.CompletedTask;
    }

    // Nobody types one, and PostgreSQL cannot keep or compare a text that holds one.
    private static bool HoldsNul(HttpRequest request)
    {
        if (request.Query.Any(q => q.Value.ToString().Contains('\0', StringComparison.Ordinal))) return true;
        try
        {
            return request.HasFormContentType && request.Form.Any(f => f.Value.ToString().Contains('\0', StringComparison.Ordinal));
        }
        // Where a token is asked for, that has found it out already.
        catch (InvalidDataException) { return true; }
    }
}
