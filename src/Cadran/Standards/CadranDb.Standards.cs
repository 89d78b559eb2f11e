using Cadran.Standards;
using Microsoft.EntityFrameworkCore;

// A part of the context lies with the module whose tables it names: storage itself knows no module.
namespace Cadran.Storage;

public abstract partial class CadranDb
{
    public DbSet<ServiceStandard> ServiceStandards => Set<ServiceStandard>();
    public DbSet<StandardResult> StandardResults => Set<StandardResult>();
    public DbSet<StandardVersion> StandardVersions => Set<StandardVersion>();
    public DbSet<YearTarget> YearTargets => Set<YearTarget>();
    public DbSet<ServiceCalendar> ServiceCalendars => Set<ServiceCalendar>();
    public DbSet<PeriodResult> PeriodResults => Set<PeriodResult>();
    public DbSet<StandardNote> StandardNotes => Set<StandardNote>();
    public DbSet<CaseFile> CaseFiles => Set<CaseFile>();
}
