using System.ComponentModel.DataAnnotations;
using Cadran.Feedback;

namespace Cadran.Web.Pages.Feedback;

/// <summary>What somebody does with a complaint: each step reads the fields that it needs.</summary>
public sealed class HandlingForm
{
    [Display(Name = "Ground")]
    public RefusalGround? Ground { get; set; }

    [Display(Name = "Outcome")]
    public ComplaintOutcome? Outcome { get; set; }

    [Display(Name = "In words"), StringLength(Complaint.TextMaxLength, ErrorMessage = "Use at most {1} characters.")]
    public string? Refusal { get; set; }

    [Display(Name = "Answer"), StringLength(Complaint.TextMaxLength, ErrorMessage = "Use at most {1} characters.")]
    public string? Answer { get; set; }

    [Display(Name = "Reason"), StringLength(Complaint.TextMaxLength, ErrorMessage = "Use at most {1} characters.")]
    public string? Reopening { get; set; }

    [Display(Name = "Note"), StringLength(Complaint.TextMaxLength, ErrorMessage = "Use at most {1} characters.")]
    public string? Note { get; set; }

    [Display(Name = "Owner")]
    public Guid? OwnerId { get; set; }

    [Display(Name = "What failed")]
    public string? Driver { get; set; }

    [Display(Name = "Standard that was not kept")]
    public Guid? StandardId { get; set; }

    [Display(Name = "Number of the other complaint"), StringLength(Complaint.NumberMaxLength, ErrorMessage = "Use at most {1} characters.")]
    public string? Into { get; set; }
}
