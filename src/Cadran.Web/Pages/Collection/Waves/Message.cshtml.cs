using System.ComponentModel.DataAnnotations;
using Cadran.Collection;
using Cadran.People;
using Cadran.Storage;
using Cadran.Web.Platform;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Cadran.Web.Pages.Collection;

/// <summary>What a message says in one language: written, seen as a person of the sample gets it, and sent to oneself.</summary>
public sealed class WavesMessageModel(CadranDb db, Access access, MailLetters letters, FrameContacts contacts, Mailer mailer,
    InvitationMime mime, IStringLocalizer<Text> text) : LoadedPage<WavesMessageModel.Written>, IReloadedPage
{
    /// <param name="Seen">As somebody gets it.</param>
    public sealed record Written(Wave Wave, InvitationPlan Plan, Sample Sample, Frame Frame, MailText Text, OutgoingMail Seen);

    [BindProperty(SupportsGet = true)]
    public MailKind Kind { get; set; }

    [BindProperty(SupportsGet = true)]
    public string Language { get; set; } = "";

    /// <summary>Whose message is shown, counted in the order of the draw; 0 for nobody's.</summary>
    [BindProperty(SupportsGet = true)]
    public int Person { get; set; }

    [BindProperty]
    public MessageForm Input { get; set; } = new();

    public bool HasServer => mailer.IsSetUp;

    public async Task OnGetAsync(Guid id, CancellationToken ct)
    {
        Shown = await LoadAsync(id, ct);
        Input = new() { Version = Shown.Plan.Version, Subject = Shown.Text.Subject, Body = Shown.Text.Body };
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken ct)
    {
        Shown = await LoadAsync(id, ct);
        if (!ModelState.IsValid) return this.Invalid();
        Shown.Plan.RequireUnchangedSince(Input.Version);
        Shown.Plan.Write(Shown.Text with { Subject = Input.Subject!, Body = Input.Body! });
        await db.Because("invitations.text").SaveChangesAsync(ct);
        TempData["Flash"] = text["Saved."].Value;
        return Redirect(Routes.Waves.Message(id, Kind, Language));
    }

    /// <summary>Sends what is saved to whoever asks, with a link that leads to nothing of anybody's.</summary>
    public async Task<IActionResult> OnPostTestAsync(Guid id, CancellationToken ct)
    {
        Shown = await LoadAsync(id, ct);
        ModelState.Clear();
        Input = new() { Version = Shown.Plan.Version, Subject = Shown.Text.Subject, Body = Shown.Text.Body };
        if (!mailer.IsSetUp) throw new RuleViolationException("mail.no-server", "No mail server is set up: nothing can be sent.");
        User user = await db.Users.AsNoTracking().FirstAsync(u => u.Id == access.Actor.UserId, ct);
        using var lane = new MailLane(mailer, mime);
        MailResult result = await lane.SendAsync(Shown.Seen with { To = user.Email!, ToName = user.DisplayName });
        if (result.Reply != MailReply.Accepted)
            throw new RuleViolationException("mail.not-taken",
                "The mail server did not take the message (answer: {0}). Ask whoever runs the program.", null,
                result.Code?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? result.Reply.ToString());
        TempData["Flash"] = text["Sent to {0}.", user.Email!].Value;
        return Redirect(Routes.Waves.Message(id, Kind, Language));
    }

    public async Task ReloadAsync(CancellationToken ct) => Shown = await LoadAsync(Shown.Wave.Id, ct);

    private async Task<Written> LoadAsync(Guid id, CancellationToken ct)
    {
        Wave wave = (await db.FindWaveAsync(access, id, Right.RunCollection, ct)).Wave;
        InvitationPlan plan = await db.InvitationPlans.FirstOrDefaultAsync(p => p.WaveId == id, ct)
            ?? throw new MissingException("The plan");
        Sample sample = await db.Samples.AsNoTracking().FirstAsync(s => s.Id == plan.SampleId, ct);
        Frame frame = await db.FindFrameAsync(access, sample.FrameId, Right.RunCollection, ct);
        MailText written = plan.Texts.FirstOrDefault(t => t.Kind == Kind && t.Language == Language)
            ?? throw new MissingException("The message");
        string name = Person > 0 && frame.PurgedAtUtc is null
            ? (await contacts.DrawnAtAsync(frame, sample, Person, ct))?.Contact.Name ?? "" : "";
        OutgoingMail seen = await letters.SampleAsync(plan.Id, written, name.Length > 0 ? name : text["Name of the client"], "",
            mime.Addresses, ct);
        return new(wave, plan, sample, frame, written, seen);
    }

    public sealed class MessageForm
    {
        public int Version { get; set; }

        [Display(Name = "Subject"), Required(ErrorMessage = "Write a subject.")]
        [StringLength(MailText.SubjectMaxLength)]
        public string? Subject { get; set; }

        [Display(Name = "Text"), Required(ErrorMessage = "Write the message.")]
        [StringLength(MailText.BodyMaxLength)]
        public string? Body { get; set; }
    }
}
