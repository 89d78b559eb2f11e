using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Cadran.Web.Platform;

/// <summary>
/// Writes a form that was sent after the session had ended into its page again: fields show what was typed before what they would show.
/// </summary>
internal sealed class KeptFormFilter(KeptForms kept) : IAsyncPageFilter
{
    public Task OnPageHandlerSelectionAsync(PageHandlerSelectedContext context) => Task.CompletedTask;

    public async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        HttpContext http = context.HttpContext;
        PageHandlerExecutedContext executed = await next();
        if (http.User.Identity?.IsAuthenticated != true || await kept.FindAsync(http) is not { } sent) return;
        if (HttpMethods.IsPost(http.Request.Method)) await kept.ForgetAsync(http);
        else if (executed is { Exception: null, Result: null or PageResult })
        {
            foreach (var (name, values) in sent.Fields)
            {
                context.ModelState.SetModelValue(name, values, string.Join(',', values));
                context.ModelState.MarkFieldSkipped(name);
            }
            KeptForms.Show(http, sent);
        }
    }
}
