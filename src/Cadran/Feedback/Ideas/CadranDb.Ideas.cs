using Cadran.Feedback;
using Microsoft.EntityFrameworkCore;

// A part of the context lies with the module whose tables it names: storage itself knows no module.
namespace Cadran.Storage;

public abstract partial class CadranDb
{
    public DbSet<IdeaBox> IdeaBoxes => Set<IdeaBox>();
    public DbSet<Idea> Ideas => Set<Idea>();
    public DbSet<IdeaAnswer> IdeaAnswers => Set<IdeaAnswer>();
    public DbSet<IdeaComment> IdeaComments => Set<IdeaComment>();
    public DbSet<IdeaVote> IdeaVotes => Set<IdeaVote>();
}
