using Cadran.Standards;
using Microsoft.EntityFrameworkCore;

// A part of the context lies with the module whose tables it names: storage itself knows no module.
namespace Cadran.Storage;

public abstract partial class CadranDb
{
    public DbSet<ServiceStandard> ServiceStandards => Set<ServiceStandard>();
    public DbSet<StandardResult> StandardResults => Set<StandardResult>();
}
