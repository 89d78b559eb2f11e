using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Cadran.Web.Api;

/// <summary>What programs are answered at, each with a key: <c>/api/v1</c>. Everything that goes wrong is told as problem+json.</summary>
internal static class ProgramEndpoints
{
    private const string Programs = "programs";

    public static void AddPrograms(this IServiceCollection services)
    {
        services.AddSingleton<KeyLimits>();
        services.AddOpenApi("v1", document =>
        {
            // What pages and respondents use is not for programs.
            document.ShouldInclude = described => described.ActionDescriptor.EndpointMetadata.OfType<ITagsMetadata>()
                .Any(tags => tags.Tags.Contains(Programs));
            document.AddDocumentTransformer((api, _, _) =>
            {
                (api.Info.Title, api.Info.Version) = ("Cadran", "1");
                return Task.CompletedTask;
            });
        });
    }

    // Said in the document only: said to the router, another form would be refused before anybody asks for the key.
    private static async Task DescribeAsync(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken ct)
    {
        operation.RequestBody = new OpenApiRequestBody
        {
            Required = true,
            Content = new Dictionary<string, OpenApiMediaType>
            {
                ["application/json"] = new() { Schema = await context.GetOrCreateSchemaAsync(typeof(SentResponse), null, ct) },
            },
        };
        operation.Parameters ??= [];
        operation.Parameters.Add(new OpenApiParameter
        {
            Name = ResponsePost.NumberHeader,
            In = ParameterLocation.Header,
            Required = true,
            Description = "A number of your own for these answers, the same when you try again.",
            Schema = new OpenApiSchema { Type = JsonSchemaType.String, MaxLength = ResponsePost.LongestNumber },
        });
    }

    public static void MapPrograms(this WebApplication app)
    {
        // Programs bring a key and no cookie: who is signed in gets no further than anybody else.
        app.MapOpenApi(Routes.Api.Document).AllowAnonymous();
        RouteGroupBuilder api = app.MapGroup("").WithTags(Programs).AllowAnonymous().AddEndpointFilter<KeyFilter>();
        api.MapGet(Routes.Api.WavePattern, WaveForPrograms.ShowAsync).WithName("wave").WithSummary("What a wave asks, and how to answer it")
            .Produces<WaveForPrograms>().ProducesProblem(401).ProducesProblem(404).ProducesProblem(429);
        api.MapPost(Routes.Api.ResponsesPattern, ResponsePost.ReceiveAsync).WithName("send-response")
            .WithSummary("Sends the answers of one person").AddOpenApiOperationTransformer(DescribeAsync)
            .Produces<TakenResponse>(201).Produces<TakenResponse>().ProducesProblem(400).ProducesProblem(401).ProducesProblem(403)
            .ProducesProblem(404)
            .ProducesProblem(409).ProducesProblem(413).ProducesProblem(415).ProducesProblem(422).ProducesProblem(429).ProducesProblem(503);
    }
}
