using Cadran.Collection;
using Cadran.Feedback;
using Cadran.Improvement;
using Cadran.People;
using Cadran.Questionnaires;
using Cadran.Standards;
using Cadran.Tests.Catalogue;
using Cadran.Tests.Support;
using Cadran.Web.Respondent;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Cadran.Tests.Endpoints;

/// <summary>One of each object an address can name, all of organisation A. Posts that do something get a set of their own.</summary>
internal sealed class EndpointObjects
{
    private readonly Dictionary<string, string> values = [];

    public static async Task<EndpointObjects> MakeAsync(TestApp app)
    {
        var made = new EndpointObjects();
        Wave wave = await WaveData.AddAsync(app);
        QuestionnaireVersion version = await app.Db(db => db.QuestionnaireVersions.AsNoTracking().FirstAsync(v => v.Id == wave.VersionId));
        MeasuredService measured = await MeasuredService.GetAsync(app);
        made.Add("wave", wave.Id);
        made.Add("slug", wave.Slug);
        made.Add("key", SubmissionKey.New().Token);
        made.Add("service", wave.ServiceId);
        made.Add("questionnaire", version.QuestionnaireId);
        made.Add("version", version.Number);
        made.Add("measuredService", measured.Id);
        made.Add("measured", measured.Waves[2].Id);
        made.Add("before", measured.Waves[1].Id);
        await made.AddImprovementsAsync(app, measured);
        await made.AddIdeaAsync(app, wave.ServiceId);
        made.Add("organisation", app.OrganisationA);
        ServiceStandard standard = ServiceStandard.Create(wave.ServiceId, "S1", new("In ten days", "En dix jours"), "TML", "TEL");
        await made.AddStandardAsync(app, standard);
        made.Add("complaint", (await ComplaintData.AddAsync(app, wave.ServiceId)).Complaint.Id);
        made.Add("person", (await app.PersonAsync()).Id);
        Browser analyst = await app.As(Role.Analyst);
        made.Add("file", (await ImportSteps.Upload(analyst, wave, "overall,time\n5,4\n")).Url.Split('/')[^2]);
        Frame frame = await FrameData.AddAsync(app, FrameData.List(FrameData.Tag(), 12));
        made.Add("frame", frame.Id);
        // Invited: whoever may undo a draw is told that this one stays.
        Wave invited = await FrameData.PlannedAsync(app);
        Sample sample = await FrameData.DrawAsync(app.Services, frame, invited, 4);
        made.Add("invited", invited.Id);
        var texts = app.Services.GetRequiredService<InvitationTexts>();
        await app.Db(async db =>
        {
            db.Add(InvitationPlan.Make(sample, invited, new() { SendsOn = invited.OpensOn }, texts.Usual(["en", "fr"], LinkKind.Personal),
                Recorded.Somebody, TestApp.Now));
            await db.SaveChangesAsync();
        });
        await app.Db(db => db.Samples.Where(s => s.Id == sample.Id)
            .ExecuteUpdateAsync(set => set.SetProperty(s => s.InvitedAtUtc, TestApp.Now.AtUtc).SetProperty(s => s.InvitedBy, "somebody")));
        made.Add("sample", sample.Id);
        string clients = $"/collection/frames/{frame.Id}/import";
        Page columns =
            await ImportSteps.Send(analyst, await analyst.Get(clients), clients, "code,name\n1,Ann\n"u8.ToArray(), "c.csv", "Upload");
        made.Add("list", columns.Id);
        Page preview = await InventoryUpload.SendAsync(analyst, app.OrganisationA,
            new InventoryText("e" + Guid.NewGuid().ToString("N")[..10], "endpoints").Service("1").Services);
        made.Add("inventory", preview.Url.Split('/')[^1]);
        made.Add("job", preview.Url.Split('/')[^1]);
        return made;
    }

    /// <summary>The same objects, but for these.</summary>
    public EndpointObjects With(params (string Name, object Value)[] others)
    {
        var changed = new EndpointObjects();
        foreach (var (name, value) in values) changed.Add(name, value);
        foreach (var (name, value) in others) changed.Add(name, value);
        return changed;
    }

    /// <summary>The row's address with these objects; the one named <paramref name="instead"/> takes another value.</summary>
    public string Address(EndpointRow row, string? instead = null, string value = "") =>
        row.Objects.Aggregate(row.Address, (address, name) =>
            address.Replace($"{{{name}}}", name == instead ? value : values[name], StringComparison.Ordinal));

    /// <summary>A value nobody has; null where any value in the right form is somebody's.</summary>
    public string? Unknown(string name) =>
        name == "key" ? null : Guid.TryParse(values[name], out _) ? Guid.NewGuid().ToString() : name == "version" ? "99"
            : new string('x', values[name].Length);

    // Public, with a file of cases that knows no whole month, and a calendar.
    private async Task AddStandardAsync(TestApp app, ServiceStandard standard)
    {
        StandardTerms terms = new(new("An answer", "Une réponse"), StandardMeasure.Time, new StandardTarget(0.9m))
        {
            Limit = 10,
            Unit = Cadran.Standards.TimeUnit.Days,
            ClockStart = new("A letter has come", "Une lettre est arrivée"),
            ClockEnd = new("The answer is sent", "La réponse est envoyée"),
        };
        standard.SetTerms(terms, new(2024, 1, 1), null, Recorded.Somebody, TestApp.Now);
        standard.Publish(Recorded.Somebody, TestApp.Now);
        var cases = CaseFile.Count(standard.Id, "cases.csv", WaveData.Today, new(1, 1), [], Recorded.Somebody, TestApp.Now);
        var calendar = ServiceCalendar.Create(app.OrganisationA, Guid.NewGuid().ToString(), "CA", OpeningHours.OfficeWeek, [],
            Recorded.Somebody, TestApp.Now);
        await app.Db(async db =>
        {
            db.AddRange(standard, cases, calendar);
            await db.SaveChangesAsync();
        });
        await app.CharterAsync(standard, published: true);
        Add("standard", standard.Id);
        Add("cases", cases.Id);
        Add("calendar", calendar.Id);
    }

    private async Task AddIdeaAsync(TestApp app, Guid service)
    {
        IdeaBox box = IdeaBox.Open(app.OrganisationA, service, 30, Recorded.Somebody, TestApp.Now);
        Idea idea = Idea.Give(box, "Call back", null, "en", IdeaReceipt.New(), TestApp.Now);
        await app.Db(async db =>
        {
            db.AddRange(box, idea);
            await db.SaveChangesAsync();
        });
        ServicePlan plan = ServicePlan.Begin(service, "2025-2026", null,
            new(new("A year", ""), LocalText.Empty, LocalText.Empty, null, ""), Recorded.Somebody, TestApp.Now);
        plan.Submit(Recorded.Somebody, TestApp.Now);
        plan.Approve(new() { Actions = [new(Guid.NewGuid(), new("A", ""), "O", TestApp.Now.Today, new("M", ""), 1)] }, Actor.System,
            TestApp.Now);
        plan.Publish(Recorded.Somebody, TestApp.Now);
        await app.Db(async db =>
        {
            db.Add(plan);
            await db.SaveChangesAsync();
        });
        GovernanceBody body = GovernanceBody.Make(app.OrganisationA, "Board " + plan.Id, "Chair", 3, audits: true, Recorded.Somebody,
            TestApp.Now);
        Meeting meeting = Meeting.Call(body, TestApp.Now.Today, null, Recorded.Somebody, TestApp.Now);
        await app.Db(async db =>
        {
            db.AddRange(body, meeting);
            await db.SaveChangesAsync();
        });
        Add("body", body.Id);
        Add("meeting", meeting.Id);
        Add("plan", plan.Id);
        Add("ideaBox", box.Id);
        Add("boxSlug", box.Slug);
        Add("idea", idea.Id);
    }

    private async Task AddImprovementsAsync(TestApp app, MeasuredService measured)
    {
        Decision decision = Recorded.Decision(measured.Waves[1], WaveData.Today.AddDays(-60), "timeliness", new("Cut the wait", ""),
            new("Committee", ""));
        Target target = Target.Set(measured.Waves[1], MeasureNames.Overall, new Measurement(new(60, 1, 58, 62), 1200),
            TargetChange.Adding(new Points(5)), WaveData.Today.AddYears(1), Recorded.Somebody, TestApp.Now);
        ImprovementAction action = Recorded.Action(decision, "timeliness", new("Follow online", ""));
        await app.Db(async db =>
        {
            db.AddRange(decision, target, action);
            await db.SaveChangesAsync();
        });
        Add("decision", decision.Id);
        Add("target", target.Id);
        Add("action", action.Id);
    }

    private void Add(string name, object value) => values[name] = value.ToString()!;
}
