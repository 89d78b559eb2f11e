using Cadran.People;

namespace Cadran.Web.TagHelpers;

/// <summary>Whether the reader of a page may follow a link of it.</summary>
internal static class ReaderRights
{
    /// <param name="http">Without anybody signed in, as where a file is written, nothing is kept back.</param>
    /// <param name="of">The organisation on which the right is needed; null where it is enough to have it somewhere.</param>
    public static bool May(HttpContext http, Right right, Guid? of) => http.Features.Get<Access>() is not { } access
        || (of is { } organisation ? access.Can(right, organisation) : access.CanSomewhere(right));
}
