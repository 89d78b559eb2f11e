using Cadran.Collection;

namespace Cadran.Web.Platform;

/// <summary>What the domain throws, as the status that tells it: the one mapping for pages, files and every other address.</summary>
internal static class RefusalStatus
{
    /// <returns>
    /// 404 for what is not there, 403 for a missing right, 409 for a broken rule, 503 when too much waits; null for a bug, which stays 500.
    /// </returns>
    public static int? Of(Exception? thrown) => thrown switch
    {
        MissingException => StatusCodes.Status404NotFound,
        ForbiddenException => StatusCodes.Status403Forbidden,
        StoreBusyException => StatusCodes.Status503ServiceUnavailable,
        RuleViolationException => StatusCodes.Status409Conflict,
        _ => null,
    };
}
