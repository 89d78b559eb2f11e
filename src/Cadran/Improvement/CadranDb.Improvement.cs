using Cadran.Improvement;
using Microsoft.EntityFrameworkCore;

// A part of the context lies with the module whose tables it names: storage itself knows no module.
namespace Cadran.Storage;

public abstract partial class CadranDb
{
    public DbSet<Decision> Decisions => Set<Decision>();
    public DbSet<Target> Targets => Set<Target>();
    public DbSet<ImprovementAction> ImprovementActions => Set<ImprovementAction>();
    public DbSet<StepStatement> StepStatements => Set<StepStatement>();
    public DbSet<ServicePlan> ServicePlans => Set<ServicePlan>();
    public DbSet<StaffSurvey> StaffSurveys => Set<StaffSurvey>();
}
