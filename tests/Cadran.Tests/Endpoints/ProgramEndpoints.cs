using Cadran.Tests.Support;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.RazorPages.Infrastructure;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Cadran.Tests.Endpoints;

/// <summary>Asks the running program what it answers at: every handler of every page, and every other route.</summary>
internal static class ProgramEndpoints
{
    public static async Task<IReadOnlyList<string>> ReadAsync(TestApp app)
    {
        var loader = app.Services.GetRequiredService<PageLoader>();
        var found = new SortedSet<string>(StringComparer.Ordinal);
        foreach (RouteEndpoint endpoint in app.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>())
        {
            string route = "/" + endpoint.RoutePattern.RawText!.TrimStart('/');
            if (endpoint.Metadata.GetMetadata<PageActionDescriptor>() is { } page)
            {
                CompiledPageActionDescriptor compiled = await loader.LoadAsync(page, endpoint.Metadata);
                // A page without a handler for GET still shows itself.
                if (compiled.HandlerMethods.All(h => h.HttpMethod != "Get")) found.Add($"GET {route}");
                foreach (var handler in compiled.HandlerMethods)
                    found.Add($"{handler.HttpMethod.ToUpperInvariant()} {route} {handler.Name}".TrimEnd());
            }
            else
            {
                foreach (string method in endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? ["ANY"])
                    found.Add($"{method} {route}");
            }
        }
        return [.. found];
    }
}
