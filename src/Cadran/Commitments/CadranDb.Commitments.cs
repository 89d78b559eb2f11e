using Cadran.Commitments;
using Microsoft.EntityFrameworkCore;

// A part of the context lies with the module whose tables it names: storage itself knows no module.
namespace Cadran.Storage;

public abstract partial class CadranDb
{
    public DbSet<CharterVersion> CharterVersions => Set<CharterVersion>();
}
