using Cadran.People;
using Cadran.Questionnaires;
using Cadran.Storage;
using Cadran.Web.Platform;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Cadran.Web.Pages.Questionnaires;

/// <summary>A published version as a file of another tool, or of our own.</summary>
public sealed class VersionsExportModel(CadranDb db, Access access) : LoadedPage<VersionView>
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    /// <summary>Each with what it cannot say of this version.</summary>
    public IReadOnlyList<(QuestionnaireFormat Format, IReadOnlyList<LossLine> Left)> Formats { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(int number, string? format, CancellationToken ct)
    {
        (Questionnaire questionnaire, _) = await db.FindQuestionnaireAsync(access, Id, Right.Read, ct);
        QuestionnaireVersion version = await db.QuestionnaireVersions.AsNoTracking()
            .FirstOrDefaultAsync(v => v.QuestionnaireId == Id && v.Number == number, ct) ?? throw new MissingException("The version");
        if (format is not null)
        {
            QuestionnaireFormat asked = QuestionnaireFormat.Find(format) ?? throw new MissingException("The file");
            string slug = OwnItem.Slug(questionnaire.Name);
            string name = $"{(slug.Length > 0 ? slug : "questionnaire")}-{number}{asked.Extension}";
            return File(asked.Write(questionnaire.Name, version.Content).Bytes, asked.ContentType, name);
        }
        Shown = new() { Questionnaire = questionnaire, Version = version, Changes = null, Waves = [] };
        Formats = [.. QuestionnaireFormat.All.Select(f => (f, f.Write(questionnaire.Name, version.Content).Left))];
        return Page();
    }
}
