using Microsoft.Extensions.DependencyInjection;

namespace Cadran.Feedback;

public static class FeedbackRegistration
{
    public static IServiceCollection AddFeedback(this IServiceCollection services) => services
        .AddScoped<IdeaGiving>()
        .AddSingleton<ComplaintSeal>()
        .AddScoped<ComplaintRules>()
        .AddScoped<ComplaintDesk>()
        .AddScoped<ComplaintPurge>()
        .AddHostedService<ComplaintPurger>();
}
