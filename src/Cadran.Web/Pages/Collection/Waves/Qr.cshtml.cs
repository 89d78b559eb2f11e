using System.Text;
using Cadran.Collection;
using Cadran.People;
using Cadran.Storage;
using Cadran.Web.Platform;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using QRCoder;

namespace Cadran.Web.Pages.Collection;

/// <summary>The QR code of the link as a file, because pages carry no inline images of their own.</summary>
public sealed class WavesQrModel(CadranDb db, Access access, CadranSettings settings) : PageModel
{
    public async Task<IActionResult> OnGetAsync(Guid id, string format, CancellationToken ct)
    {
        (Wave wave, _) = await db.FindWaveAsync(access, id, Right.Read, ct);
        using var generator = new QRCodeGenerator();
        // Level M: readable with a seventh of it dirty, and still coarse enough for a small print.
        using QRCodeData code =
            generator.CreateQrCode($"{settings.Address(Request)}{Routes.Answer.Wave(wave.Slug)}", QRCodeGenerator.ECCLevel.M);
        if (format == "png")
        {
            using var png = new PngByteQRCode(code);
            return File(png.GetGraphic(12), "image/png");
        }
        using var svg = new SvgQRCode(code);
        return File(Encoding.UTF8.GetBytes(svg.GetGraphic(8, "#000000", "#ffffff")), "image/svg+xml");
    }
}
