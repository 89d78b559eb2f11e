using Cadran.Storage;
using Microsoft.EntityFrameworkCore;

namespace Cadran.Web.Platform;

/// <summary>For whoever watches the program: whether it runs, and whether it can do its work.</summary>
internal static class HealthEndpoints
{
    public static void MapHealth(this WebApplication app)
    {
        app.MapGet(Routes.Health.Alive, () => Results.Text("alive")).AllowAnonymous().ShortCircuit();
        app.MapGet(Routes.Health.Ready, async (CadranDb db, CancellationToken ct) =>
        {
            try
            {
                await db.Organisations.AnyAsync(ct);
                return Results.Text("ready");
            }
            catch (System.Data.Common.DbException)
            {
                return Results.Text("the database cannot be reached", statusCode: StatusCodes.Status503ServiceUnavailable);
            }
        }).AllowAnonymous().ShortCircuit();
    }
}
