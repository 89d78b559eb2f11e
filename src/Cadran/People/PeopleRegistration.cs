using Microsoft.Extensions.DependencyInjection;

namespace Cadran.People;

public static class PeopleRegistration
{
    public static IServiceCollection AddPeople(this IServiceCollection services) => services
        .AddSingleton<OrganisationTrees>()
        .AddScoped<ApiKeys>()
        .AddScoped<RoleChanges>()
        .AddScoped<OrganisationChanges>();
}
