using Cadran.Catalogue;
using Cadran.People;
using Cadran.Storage;
using Microsoft.EntityFrameworkCore;

namespace Cadran.Questionnaires;

public static class QuestionnaireAccess
{
    /// <summary>
    /// The questionnaire with its last version, tracked, and its service, under the rules of <see cref="ServiceAccess"/>. Earlier versions
    /// are whole questionnaires, and nothing that is done to a draft asks for them.
    /// </summary>
    public static async Task<(Questionnaire Questionnaire, Service Service)> FindQuestionnaireAsync(
        this CadranDb db, Access access, Guid id, Right right, CancellationToken ct)
    {
        Questionnaire questionnaire = await db.Questionnaires.Include(q => q.Versions.OrderByDescending(v => v.Number).Take(1))
            .FirstOrDefaultAsync(q => q.Id == id, ct) ?? throw new MissingException("The questionnaire");
        return (questionnaire, await db.FindServiceAsync(access, questionnaire.ServiceId, right, ct));
    }
}
