using Cadran.Insight;
using Microsoft.EntityFrameworkCore;

// A part of the context lies with the module whose tables it names: storage itself knows no module.
namespace Cadran.Storage;

public abstract partial class CadranDb
{
    internal DbSet<StoredResult> StoredResults => Set<StoredResult>();
    public DbSet<Weighting> Weightings => Set<Weighting>();
    public DbSet<WeightingChoice> WeightingChoices => Set<WeightingChoice>();
}
