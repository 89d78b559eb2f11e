using System.Globalization;
using System.Text.Json;
using Cadran.Improvement;
using Cadran.People;
using Cadran.Storage;
using Cadran.Web.Platform;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Cadran.Web.Pages.People;

/// <summary>
/// What the objects of some events are called, and where they are shown. What is there no more is called as its last record called it.
/// </summary>
public sealed class TrailObjects(CadranDb db, Access access, IStringLocalizer<Text> text)
{
    private readonly Dictionary<(string Subject, string Id), TrailObject> known = [];
    private Dictionary<Guid, string> people = [];
    private Dictionary<Guid, LocalText> organisations = [];

    // Parts of a standard have no name of their own.
    private static readonly string[] OfStandards =
        ["StandardResult", "StandardVersion", "YearTarget", "PeriodResult", "StandardNote", "CaseFile"];

    /// <summary>Looks all of them up at once.</summary>
    public async Task LoadAsync(IReadOnlyList<AuditEvent> events, CancellationToken ct)
    {
        List<Dictionary<string, string>> roles = [.. events.Where(e => e.Subject == nameof(Membership)).Select(Fields)];
        List<Guid> userIds = [.. Ids(events, nameof(User)), .. Named(roles, nameof(Membership.UserId))];
        List<Guid> organisationIds = [.. Ids(events, nameof(Organisation)), .. Named(roles, nameof(Membership.OrganisationId))];
        people = await db.Users.Where(u => userIds.Contains(u.Id)).ToDictionaryAsync(u => u.Id, u => u.DisplayName, ct);
        organisations = await db.Organisations.Where(o => organisationIds.Contains(o.Id)).ToDictionaryAsync(o => o.Id, o => o.Name, ct);
        bool administers = access.CanSomewhere(Right.Administer);
        foreach (var (id, name) in people) Know(nameof(User), id, name, administers ? Routes.People.Show(id) : null);
        foreach (var (id, name) in organisations)
            Know(nameof(Organisation), id, In(name), access.Can(Right.Administer, id) ? Routes.Organisations.Edit(id) : null);
        await LoadServicesAsync(events, ct);
        await LoadQuestionnairesAsync(events, ct);
        await LoadWavesAsync(events, ct);
        await LoadRegisterAsync(events, ct);
        await LoadComplaintsAsync(events, ct);
    }

    public TrailObject Of(AuditEvent told)
    {
        if (told.SubjectId == "*") return new(text["several at once"], null);
        if (told.Subject == "ServiceVolume") return Owner(nameof(Cadran.Catalogue.Service), told, "ServiceId");
        if (OfStandards.Contains(told.Subject)) return Owner("ServiceStandard", told, "StandardId");
        if (told.Subject == "ComplaintStep") return Owner("Complaint", told, "ComplaintId");
        if (told.Subject == nameof(Membership)) return new(Role(Fields(told)), null);
        return known.GetValueOrDefault((told.Subject, told.SubjectId)) ?? new(LastName(Fields(told)), null);
    }

    private async Task LoadServicesAsync(IReadOnlyList<AuditEvent> events, CancellationToken ct)
    {
        // Volumes and results have no name of their own: they are called by what they belong to.
        List<Guid> services = [.. Ids(events, nameof(Cadran.Catalogue.Service)), .. Owners(events, "ServiceVolume", "ServiceId")];
        List<Guid> standards = [.. Ids(events, "ServiceStandard"), .. OfStandards.SelectMany(o => Owners(events, o, "StandardId"))];
        foreach (var s in await db.Services.Where(s => services.Contains(s.Id)).Select(s => new { s.Id, s.Name }).ToListAsync(ct))
            Know(nameof(Cadran.Catalogue.Service), s.Id, In(s.Name), Routes.Services.Show(s.Id));
        foreach (var s in await db.ServiceStandards.Where(s => standards.Contains(s.Id))
            .Select(s => new { s.Id, s.Text }).ToListAsync(ct))
            Know("ServiceStandard", s.Id, In(s.Text), Routes.Standards.Show(s.Id));
    }

    private async Task LoadQuestionnairesAsync(IReadOnlyList<AuditEvent> events, CancellationToken ct)
    {
        List<Guid> drafts = Ids(events, "Questionnaire"), versions = Ids(events, "QuestionnaireVersion");
        foreach (var q in await db.Questionnaires.Where(q => drafts.Contains(q.Id)).Select(q => new { q.Id, q.Name }).ToListAsync(ct))
            Know("Questionnaire", q.Id, q.Name, Routes.Drafts.Edit(q.Id));
        var published = from version in db.QuestionnaireVersions
                        join questionnaire in db.Questionnaires on version.QuestionnaireId equals questionnaire.Id
                        where versions.Contains(version.Id)
                        select new { version.Id, version.Number, Questionnaire = questionnaire.Id, questionnaire.Name };
        foreach (var v in await published.ToListAsync(ct))
            Know("QuestionnaireVersion", v.Id, text["Questionnaire {0}, version {1}", v.Name, v.Number],
                Routes.Versions.Show(v.Questionnaire, v.Number));
    }

    private async Task LoadWavesAsync(IReadOnlyList<AuditEvent> events, CancellationToken ct)
    {
        List<Guid> files = Ids(events, "ResponseImport"), waves = Ids(events, "Wave");
        var imports = await db.ResponseImports.Where(i => files.Contains(i.Id)).Select(i => new { i.Id, i.WaveId, i.FileName })
            .ToListAsync(ct);
        foreach (var i in imports) Know("ResponseImport", i.Id, i.FileName, Routes.Waves.Show(i.WaveId));
        var found = from wave in db.Waves
                    join service in db.Services on wave.ServiceId equals service.Id
                    where waves.Contains(wave.Id)
                    select new { wave.Id, wave.Name, Service = service.Name };
        foreach (var w in await found.ToListAsync(ct))
            Know("Wave", w.Id, $"{text["Wave {0}", w.Name].Value}, {In(w.Service)}", Routes.Waves.Show(w.Id));
    }

    private async Task LoadRegisterAsync(IReadOnlyList<AuditEvent> events, CancellationToken ct)
    {
        List<Guid> decisions = Ids(events, nameof(Decision)), targets = Ids(events, nameof(Target));
        List<Guid> actions = Ids(events, nameof(ImprovementAction));
        foreach (var d in await db.Decisions.Where(d => decisions.Contains(d.Id)).Select(d => new { d.Id, d.Title }).ToListAsync(ct))
            Know(nameof(Decision), d.Id, In(d.Title), Routes.Decisions.Show(d.Id));
        foreach (var a in await db.ImprovementActions.Where(a => actions.Contains(a.Id)).Select(a => new { a.Id, a.Title }).ToListAsync(ct))
            Know(nameof(ImprovementAction), a.Id, In(a.Title), Routes.Actions.Show(a.Id));
        var set = from target in db.Targets
                  join service in db.Services on target.ServiceId equals service.Id
                  where targets.Contains(target.Id)
                  select new { target.Id, target.Item, target.DueOn, service.Name };
        foreach (var t in await set.ToListAsync(ct))
            Know(nameof(Target), t.Id, $"{In(MeasureNames.Of(t.Item))} {t.DueOn.ToString("Y", CultureInfo.CurrentCulture)}, {In(t.Name)}",
                Routes.Targets.Show(t.Id));
    }

    private async Task LoadComplaintsAsync(IReadOnlyList<AuditEvent> events, CancellationToken ct)
    {
        List<Guid> complaints = [.. Ids(events, "Complaint"), .. Owners(events, "ComplaintStep", "ComplaintId")];
        foreach (var c in await db.Complaints.Where(c => complaints.Contains(c.Id))
            .Join(db.Services, c => c.ServiceId, s => s.Id, (c, s) => new { c.Id, c.Number, s.OrganisationId }).ToListAsync(ct))
            Know("Complaint", c.Id, c.Number, access.Can(Right.HandleComplaints, c.OrganisationId) ? Routes.Complaints.Show(c.Id) : null);
    }

    // A role that was taken away is there no more: its record says whose it was.
    private string Role(Dictionary<string, string> fields)
    {
        string role = fields.GetValueOrDefault(nameof(Membership.Role)) is { } code && Enum.TryParse(code, out Role given)
            ? text[given.ToString()] : "";
        string who = Guid.TryParse(fields.GetValueOrDefault(nameof(Membership.UserId)), out Guid user)
            ? people.GetValueOrDefault(user, "") : "";
        string where = Guid.TryParse(fields.GetValueOrDefault(nameof(Membership.OrganisationId)), out Guid organisation)
            ? In(organisations.GetValueOrDefault(organisation, LocalText.Empty)) : "";
        return string.Join(", ", new[] { role, who, where }.Where(part => part.Length > 0));
    }

    private static string LastName(Dictionary<string, string> fields)
    {
        foreach (string field in new[] { "Name", "Title", "Text" })
        {
            LocalText found = LocalText.Languages.Aggregate(LocalText.Empty, (written, language) => written.With(language,
                fields.GetValueOrDefault($"{field}.{char.ToUpperInvariant(language[0])}{language[1..]}", "")));
            if (found != LocalText.Empty) return In(found);
            if (fields.TryGetValue(field, out string? plain)) return plain;
        }
        return fields.GetValueOrDefault(nameof(User.DisplayName)) ?? fields.GetValueOrDefault("FileName") ?? "";
    }

    // What it was before it was deleted, or what it became.
    private static Dictionary<string, string> Fields(AuditEvent told)
    {
        if ((told.After ?? told.Before) is not { } json) return [];
        try { return JsonSerializer.Deserialize<Dictionary<string, string>>(json) ?? []; }
        catch (JsonException) { return []; } // counts of many rows, which name none
    }

    private static List<Guid> Ids(IReadOnlyList<AuditEvent> events, string subject) =>
        [.. events.Where(e => e.Subject == subject && Guid.TryParse(e.SubjectId, out _)).Select(e => Guid.Parse(e.SubjectId)).Distinct()];

    private static IEnumerable<Guid> Named(IEnumerable<Dictionary<string, string>> all, string field) =>
        all.Select(f => f.GetValueOrDefault(field)).Where(id => Guid.TryParse(id, out _)).Select(id => Guid.Parse(id!));

    private static IEnumerable<Guid> Owners(IEnumerable<AuditEvent> events, string subject, string field) =>
        Named(events.Where(e => e.Subject == subject).Select(Fields), field);

    private TrailObject Owner(string subject, AuditEvent told, string field) =>
        known.GetValueOrDefault((subject, Fields(told).GetValueOrDefault(field, ""))) ?? new("", null);

    private void Know(string subject, Guid id, string name, string? href) => known[(subject, id.ToString())] = new(name, href);

    private static string In(LocalText written) => written.In(Localization.Language);
}
