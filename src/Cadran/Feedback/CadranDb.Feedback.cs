using Cadran.Feedback;
using Microsoft.EntityFrameworkCore;

// A part of the context lies with the module whose tables it names: storage itself knows no module.
namespace Cadran.Storage;

public abstract partial class CadranDb
{
    public DbSet<Complaint> Complaints => Set<Complaint>();
    public DbSet<ComplaintRule> ComplaintRules => Set<ComplaintRule>();
}
