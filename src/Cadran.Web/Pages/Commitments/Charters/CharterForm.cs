using System.ComponentModel.DataAnnotations;
using Cadran.Commitments;

namespace Cadran.Web.Pages.Commitments;

/// <summary>The texts of a charter, each in four languages.</summary>
public sealed class CharterForm
{
    public List<PartForm> Parts { get; set; } = [];

    /// <summary>Number of the version that the form was made from.</summary>
    public int Seen { get; set; }

    public IEnumerable<CharterText> Texts => Parts.Where(p => Enum.IsDefined(p.Part)).Select(p => new CharterText(p.Part, p.Written));

    public static CharterForm Of(CharterVersion? latest) => new()
    {
        Seen = latest?.Number ?? 0,
        Parts = [.. Enum.GetValues<CharterPart>().Select(part => PartForm.Of(part, latest?[part] ?? LocalText.Empty))],
    };

    public sealed class PartForm
    {
        public CharterPart Part { get; set; }

        [StringLength(CharterVersion.TextMaxLength, ErrorMessage = "Use at most {1} characters.")]
        public string? En { get; set; }

        /// <inheritdoc cref="En"/>
        [StringLength(CharterVersion.TextMaxLength, ErrorMessage = "Use at most {1} characters.")]
        public string? Fr { get; set; }

        /// <inheritdoc cref="En"/>
        [StringLength(CharterVersion.TextMaxLength, ErrorMessage = "Use at most {1} characters.")]
        public string? Nl { get; set; }

        /// <inheritdoc cref="En"/>
        [StringLength(CharterVersion.TextMaxLength, ErrorMessage = "Use at most {1} characters.")]
        public string? De { get; set; }

        public LocalText Written => new(En?.Trim() ?? "", Fr?.Trim() ?? "", Nl?.Trim() ?? "", De?.Trim() ?? "");

        public static PartForm Of(CharterPart part, LocalText text) =>
            new() { Part = part, En = text.En, Fr = text.Fr, Nl = text.Nl, De = text.De };
    }
}
