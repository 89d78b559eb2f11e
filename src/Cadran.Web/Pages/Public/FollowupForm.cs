using System.ComponentModel.DataAnnotations;
using Cadran.Feedback;

namespace Cadran.Web.Pages.Public;

/// <summary>What whoever complained was given, and what he or she says of the answer.</summary>
public sealed class FollowupForm
{
    [Display(Name = "Number"), Required(ErrorMessage = "Enter the number of the complaint.")]
    [StringLength(Complaint.NumberMaxLength, ErrorMessage = "Use at most {1} characters.")]
    public string? Number { get; set; }

    [Display(Name = "Key"), Required(ErrorMessage = "Enter the key that came with the number.")]
    [StringLength(60, ErrorMessage = "Use at most {1} characters.")]
    public string? Key { get; set; }

    [Display(Name = "How satisfied are you with the answer?")]
    public int? Satisfaction { get; set; }

    [Display(Name = "Why the answer does not do"), StringLength(Complaint.TextMaxLength, ErrorMessage = "Use at most {1} characters.")]
    public string? Reopening { get; set; }
}
