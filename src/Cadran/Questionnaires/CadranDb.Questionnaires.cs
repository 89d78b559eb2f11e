using Cadran.Questionnaires;
using Microsoft.EntityFrameworkCore;

// A part of the context lies with the module whose tables it names: storage itself knows no module.
namespace Cadran.Storage;

public abstract partial class CadranDb
{
    public DbSet<Questionnaire> Questionnaires => Set<Questionnaire>();
    public DbSet<QuestionnaireVersion> QuestionnaireVersions => Set<QuestionnaireVersion>();
}
