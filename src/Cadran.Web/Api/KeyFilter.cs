using System.Globalization;
using Cadran.Collection;
using Cadran.People;

namespace Cadran.Web.Api;

/// <summary>Lets in who says a key that opens something today, not too often, and tells programs in their own form what went wrong.</summary>
internal sealed class KeyFilter(KeyLimits limits) : IEndpointFilter
{
    private const string Scheme = "Bearer ";

    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        HttpContext http = context.HttpContext;
        string said = http.Request.Headers.Authorization.ToString();
        ApiKey? key = said.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase)
            ? await http.RequestServices.GetRequiredService<ApiKeys>().FindAsync(said[Scheme.Length..].Trim(), http.RequestAborted) : null;
        if (key is null)
        {
            http.Response.Headers.WWWAuthenticate = "Bearer";
            return Problem(401, "Send a key that is valid today: Authorization: Bearer cadran_…");
        }
        if (!limits.May(key.Id))
        {
            http.Response.Headers.RetryAfter = KeyLimits.Window.TotalSeconds.ToString(CultureInfo.InvariantCulture);
            return Problem(429, "This key has made too many requests in a minute.");
        }
        http.Features.Set(key);
        try
        {
            return await next(context);
        }
        catch (StoreBusyException)
        {
            http.Response.Headers.RetryAfter = StoreBusyException.RetryAfter.ToString(CultureInfo.InvariantCulture);
            return Problem(503, "More answers are waiting to be written than can be taken. Nothing was stored: send it again later.");
        }
    }

    internal static IResult Problem(int status, string detail, IReadOnlyList<SentFault>? faults = null) => Results.Problem(detail,
        statusCode: status, extensions: faults is null ? null : new Dictionary<string, object?> { ["errors"] = faults });
}
