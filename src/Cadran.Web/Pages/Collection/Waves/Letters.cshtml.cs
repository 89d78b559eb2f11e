using System.ComponentModel.DataAnnotations;
using Cadran.Collection;
using Cadran.People;
using Cadran.Storage;
using Cadran.Web.Files;
using Cadran.Web.Platform;
using Cadran.Web.Words;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using QRCoder;

namespace Cadran.Web.Pages.Collection;

/// <summary>Letters to the people of a sample, with codes: pages to print, or a file for whoever merges and prints.</summary>
public sealed class WavesLettersModel(CadranDb db, Access access, MakeLetters letters, CadranSettings settings, TimeProvider time,
    IStringLocalizer<Text> text) : LoadedPage<WavesLettersModel.Addressed>, IReloadedPage
{
    /// <summary>More pages are too many for a browser to print.</summary>
    private const int MostPages = 1000;

    /// <param name="Made">How often letters were made before.</param>
    public sealed record Addressed(Wave Wave, InvitationPlan Plan, Sample Sample, Frame Frame, IReadOnlyList<MailRound> Made);

    [BindProperty]
    public LettersForm Input { get; set; } = new();

    /// <summary>To be printed; empty before they are made.</summary>
    public IReadOnlyList<PrintedLetter> Printed { get; private set; } = [];

    public IEnumerable<SelectListItem> Whom =>
        Enum.GetValues<LetterTo>().Select(to => new SelectListItem(text[InvitationWords.Name(to)], to.ToString()));

    public DateTime Local(DateTime utc) => time.Local(utc);

    public async Task OnGetAsync(Guid id, CancellationToken ct) => Shown = await LoadAsync(id, ct);

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken ct)
    {
        Shown = await LoadAsync(id, ct);
        if (!ModelState.IsValid) return this.Invalid();
        IReadOnlyList<PrintedLetter> made = await letters.RunAsync(Shown.Plan, Shown.Wave, Shown.Sample, Shown.Frame, Input.To,
            InvitationMime.AddressesAt(settings.Address(Request)), access.Actor, ct);
        if (Input.File || made.Count > MostPages)
            return CsvDownload.Of(LetterRows.Of(made), $"letters-{Shown.Frame.Code}-{Shown.Wave.Name}.csv");
        Printed = made;
        return Page();
    }

    public async Task ReloadAsync(CancellationToken ct) => Shown = await LoadAsync(Shown.Wave.Id, ct);

    /// <summary>The square as a picture in the page: it is of one person, and no address of its own.</summary>
    public static string Square(PrintedLetter letter)
    {
        using var generator = new QRCodeGenerator();
        using QRCodeData code = generator.CreateQrCode(letter.Link, QRCodeGenerator.ECCLevel.M);
        using var png = new PngByteQRCode(code);
        return "data:image/png;base64," + Convert.ToBase64String(png.GetGraphic(4));
    }

    private async Task<Addressed> LoadAsync(Guid id, CancellationToken ct)
    {
        Wave wave = (await db.FindWaveAsync(access, id, Right.RunCollection, ct)).Wave;
        InvitationPlan plan = await db.InvitationPlans.FirstOrDefaultAsync(p => p.WaveId == id, ct)
            ?? throw new MissingException("The plan");
        Sample sample = await db.Samples.FirstAsync(s => s.Id == plan.SampleId, ct);
        Frame frame = await db.FindFrameAsync(access, sample.FrameId, Right.RunCollection, ct);
        return new(wave, plan, sample, frame, [.. plan.Rounds.Where(r => r.Kind == MailKind.Letter)]);
    }

    public sealed class LettersForm
    {
        [Display(Name = "Letters go to")]
        public LetterTo To { get; set; } = LetterTo.WithoutEmail;

        [Display(Name = "As a file (CSV), for whoever merges and prints")]
        public bool File { get; set; }
    }
}
