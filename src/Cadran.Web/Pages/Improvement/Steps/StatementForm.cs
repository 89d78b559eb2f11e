using System.ComponentModel.DataAnnotations;
using Cadran.Improvement;
using Cadran.Web.Platform;
using Cadran.Web.Words;

namespace Cadran.Web.Pages.Improvement;

/// <summary>What somebody says of a service where no evidence decides: each part in the language of the page, and in the other.</summary>
public sealed class StatementForm
{
    public List<PartForm> Parts { get; set; } = [];

    /// <summary>Number of the version that the form was made from.</summary>
    public int Seen { get; set; }

    public bool IsAlsoWritten => Parts.Any(p => !string.IsNullOrWhiteSpace(p.There));

    public IEnumerable<WrittenPart> Written => Parts.Select(p => new WrittenPart(p.Part, WrittenText.Of(p.Here, p.There)));

    public static StatementForm Of(StepStatementKind kind, StepStatement? latest) => new()
    {
        Seen = latest?.Number ?? 0,
        Parts =
        [
            .. StepParts.Of(kind).Select(part => new PartForm
            {
                Part = part,
                Here = latest?[part].Exactly(Localization.Language),
                There = latest?[part].Exactly(WrittenText.Other),
            }),
        ],
    };

    public sealed class PartForm
    {
        public StepPart Part { get; set; }

        [StringLength(StepStatement.TextMaxLength, ErrorMessage = "Use at most {1} characters.")]
        public string? Here { get; set; }

        /// <inheritdoc cref="Here"/>
        [StringLength(StepStatement.TextMaxLength, ErrorMessage = "Use at most {1} characters.")]
        public string? There { get; set; }
    }
}
