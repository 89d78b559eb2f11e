using Cadran.People;
using Cadran.Storage;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;

namespace Cadran.Tests.Support;

public static class PersonData
{
    /// <summary>Somebody new, who may sign in with <see cref="TestApp.Password"/>.</summary>
    public static Task<Person> PersonAsync(this TestApp app, Role role = Role.Executive, Guid? organisation = null) =>
        app.Services.PersonAsync(role, organisation ?? app.OrganisationA);

    /// <summary>What a test does in the database itself.</summary>
    public static async Task DbAsync(this IServiceProvider services, Func<CadranDb, Task> use)
    {
        using IServiceScope scope = services.CreateScope();
        await use(scope.ServiceProvider.GetRequiredService<CadranDb>());
    }

    public static async Task<Person> PersonAsync(this IServiceProvider services, Role? role, Guid organisation)
    {
        using IServiceScope scope = services.CreateScope();
        string email = $"{Guid.NewGuid():N}@person.example";
        User user = User.Invite(email, "P. Erson");
        Assert.True((await scope.ServiceProvider.GetRequiredService<UserManager<User>>().CreateAsync(user, TestApp.Password)).Succeeded);
        if (role is not { } given) return new(user.Id, email);
        var db = scope.ServiceProvider.GetRequiredService<CadranDb>();
        db.Add(Membership.Give(user.Id, organisation, given));
        await db.SaveChangesAsync();
        return new(user.Id, email);
    }
}
