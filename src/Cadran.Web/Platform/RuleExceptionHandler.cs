using Microsoft.AspNetCore.Diagnostics;

namespace Cadran.Web.Platform;

/// <summary>
/// The same mapping as <see cref="RuleFilter"/>, for files and other endpoints that are no pages: a status whose page says the rest.
/// </summary>
internal sealed class RuleExceptionHandler : IExceptionHandler
{
    public ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        int? status = exception switch
        {
            MissingException => StatusCodes.Status404NotFound,
            ForbiddenException => StatusCodes.Status403Forbidden,
            RuleViolationException => StatusCodes.Status409Conflict,
            _ => null,
        };
        if (status is { } known) httpContext.Response.StatusCode = known;
        return ValueTask.FromResult(status is not null);
    }
}
