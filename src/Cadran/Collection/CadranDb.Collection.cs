using Cadran.Collection;
using Microsoft.EntityFrameworkCore;

// A part of the context lies with the module whose tables it names: storage itself knows no module.
namespace Cadran.Storage;

public abstract partial class CadranDb
{
    public DbSet<Wave> Waves => Set<Wave>();
    internal DbSet<Response> Responses => Set<Response>();
    internal DbSet<WaveCopyPart> WaveCopies => Set<WaveCopyPart>();
    public DbSet<WavePace> WavePaces => Set<WavePace>();
    public DbSet<ResponseImport> ResponseImports => Set<ResponseImport>();
    internal DbSet<Draft> Drafts => Set<Draft>();
    internal DbSet<Arrival> Arrivals => Set<Arrival>();
    internal DbSet<AnswerSecret> AnswerSecrets => Set<AnswerSecret>();
    public DbSet<PublishedCount> PublishedCounts => Set<PublishedCount>();
    internal DbSet<PublishedReceipt> PublishedReceipts => Set<PublishedReceipt>();
    internal DbSet<Submission> Submissions => Set<Submission>();
    public DbSet<ResponseCount> ResponseCounts => Set<ResponseCount>();
    public DbSet<Frame> Frames => Set<Frame>();
    public DbSet<FrameImport> FrameImports => Set<FrameImport>();
    internal DbSet<FramePerson> FramePeople => Set<FramePerson>();
    public DbSet<Sample> Samples => Set<Sample>();
    internal DbSet<SampledPerson> SampledPeople => Set<SampledPerson>();
    public DbSet<ContactRule> ContactRules => Set<ContactRule>();
    public DbSet<OptOut> OptOuts => Set<OptOut>();
    internal DbSet<ContactAsk> ContactAsks => Set<ContactAsk>();
    internal DbSet<ContactSecret> ContactSecrets => Set<ContactSecret>();
    public DbSet<InvitationPlan> InvitationPlans => Set<InvitationPlan>();
    internal DbSet<Invitation> Invitations => Set<Invitation>();
    internal DbSet<InvitationMail> InvitationMails => Set<InvitationMail>();
}
