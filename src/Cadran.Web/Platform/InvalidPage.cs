using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Cadran.Web.Platform;

/// <summary>A form that cannot be accepted as it was filled in.</summary>
public static class InvalidPage
{
    /// <summary>The page again, with what is wrong beside each field: status 422.</summary>
    public static PageResult Invalid(this PageModel page) => new() { StatusCode = StatusCodes.Status422UnprocessableEntity };
}
