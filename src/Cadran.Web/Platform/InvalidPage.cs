using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Cadran.Web.Platform;

/// <summary>A form that cannot be accepted as it was filled in.</summary>
public static class InvalidPage
{
    /// <summary>The page again, with what is wrong beside each field: status 422.</summary>
    public static PageResult Invalid(this PageModel page) => new() { StatusCode = StatusCodes.Status422UnprocessableEntity };

    /// <summary>The page again, which says when to try again: status 429.</summary>
    public static PageResult TooMany(this PageModel page) => new() { StatusCode = StatusCodes.Status429TooManyRequests };
}
