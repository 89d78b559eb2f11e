using Cadran.People;
using Microsoft.EntityFrameworkCore;

// A part of the context lies with the module whose tables it names: storage itself knows no module.
namespace Cadran.Storage;

public abstract partial class CadranDb
{
    public DbSet<Organisation> Organisations => Set<Organisation>();
    public DbSet<OrganisationTreeVersion> OrganisationTreeVersions => Set<OrganisationTreeVersion>();
    public DbSet<ApiKey> ApiKeys => Set<ApiKey>();
    public DbSet<KeptForm> KeptForms => Set<KeptForm>();
    public DbSet<Membership> Memberships => Set<Membership>();
    public DbSet<UserSession> UserSessions => Set<UserSession>();
}
