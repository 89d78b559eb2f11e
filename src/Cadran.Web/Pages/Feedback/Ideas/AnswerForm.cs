using System.ComponentModel.DataAnnotations;
using Cadran.Feedback;

namespace Cadran.Web.Pages.Feedback;

/// <summary>What is answered to the author of an idea.</summary>
public sealed class AnswerForm
{
    [Display(Name = "What becomes of it"), Required(ErrorMessage = "Choose what becomes of the idea.")]
    public IdeaOutcome? Outcome { get; set; }

    [Display(Name = "Reasons for the author"), Required(ErrorMessage = "Give the reasons: the author will read them.")]
    [StringLength(IdeaAnswer.ReasonMaxLength, ErrorMessage = "Use at most {1} characters.")]
    public string? Reason { get; set; }

    /// <summary>The same in the other language.</summary>
    [Display(Name = "Reasons for the author"), StringLength(IdeaAnswer.ReasonMaxLength, ErrorMessage = "Use at most {1} characters.")]
    public string? AlsoReason { get; set; }

    /// <summary>Number of the answer that the form was made from.</summary>
    public int Seen { get; set; }
}
