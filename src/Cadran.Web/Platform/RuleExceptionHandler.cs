using System.Globalization;
using Cadran.Collection;
using Microsoft.AspNetCore.Diagnostics;

namespace Cadran.Web.Platform;

/// <summary>Files and other endpoints that are no pages answer a refusal with its status; the page of that status says the rest.</summary>
internal sealed class RuleExceptionHandler : IExceptionHandler
{
    public ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        if (RefusalStatus.Of(exception) is not { } status) return ValueTask.FromResult(false);
        httpContext.Response.StatusCode = status;
        if (exception is StoreBusyException)
            httpContext.Response.Headers.RetryAfter = StoreBusyException.RetryAfter.ToString(CultureInfo.InvariantCulture);
        return ValueTask.FromResult(true);
    }
}
