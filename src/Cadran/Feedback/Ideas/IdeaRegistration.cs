using Microsoft.Extensions.DependencyInjection;

namespace Cadran.Feedback;

public static class IdeaRegistration
{
    public static IServiceCollection AddIdeas(this IServiceCollection services) => services.AddScoped<IdeaGiving>();
}
