using System.Security.Claims;
using Cadran.People;
using Cadran.Storage;

namespace Cadran.Web.Platform;

/// <summary>Loads once a request what the signed-in person may do, and tells the database who acts.</summary>
internal sealed class AccessMiddleware(RequestDelegate next)
{
    public async Task InvokeAsync(HttpContext context, CadranDb db, OrganisationTrees trees)
    {
        if (context.User.Identity?.IsAuthenticated == true
            && Guid.TryParse(context.User.FindFirstValue(ClaimTypes.NameIdentifier), out Guid userId))
        {
            string name = context.User.FindFirstValue(AccessRegistration.DisplayNameClaim) ?? context.User.Identity.Name ?? "";
            db.Actor = new Actor(userId, name);
            context.Features.Set(await Access.LoadAsync(db, trees, db.Actor, context.RequestAborted));
        }
        await next(context);
    }
}
