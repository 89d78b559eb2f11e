using Cadran.Catalogue;
using Microsoft.EntityFrameworkCore;

// A part of the context lies with the module whose tables it names: storage itself knows no module.
namespace Cadran.Storage;

public abstract partial class CadranDb
{
    public DbSet<Service> Services => Set<Service>();
    public DbSet<ServiceVolume> ServiceVolumes => Set<ServiceVolume>();
    public DbSet<CatalogueImport> CatalogueImports => Set<CatalogueImport>();
    public DbSet<Finding> CatalogueFindings => Set<Finding>();
}
