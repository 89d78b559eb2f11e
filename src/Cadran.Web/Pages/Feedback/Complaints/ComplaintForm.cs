using System.ComponentModel.DataAnnotations;
using Cadran.Feedback;

namespace Cadran.Web.Pages.Feedback;

/// <summary>A complaint as it is written, by whoever complains or by whoever takes it down.</summary>
public class ComplaintForm
{
    [Display(Name = "What is it about?"), Required(ErrorMessage = "Choose what it is about.")]
    public ComplaintAbout? About { get; set; }

    [Display(Name = "What happened?"), Required(ErrorMessage = "Say what happened.")]
    [StringLength(Complaint.TextMaxLength, ErrorMessage = "Use at most {1} characters.")]
    public string? Text { get; set; }

    [Display(Name = "Name"), StringLength(ComplaintContact.MaxLength, ErrorMessage = "Use at most {1} characters.")]
    public string? Name { get; set; }

    [Display(Name = "E-mail address"), EmailAddress(ErrorMessage = "Enter a whole e-mail address.")]
    [StringLength(ComplaintContact.MaxLength, ErrorMessage = "Use at most {1} characters.")]
    public string? Email { get; set; }

    [Display(Name = "Telephone"), StringLength(ComplaintContact.MaxLength, ErrorMessage = "Use at most {1} characters.")]
    public string? Phone { get; set; }

    [Display(Name = "Postal address"), StringLength(ComplaintContact.MaxLength, ErrorMessage = "Use at most {1} characters.")]
    public string? Address { get; set; }

    public ComplaintContact Contact => new(Said(Name), Said(Email), Said(Phone), Said(Address));

    private static string? Said(string? written) => string.IsNullOrWhiteSpace(written) ? null : written.Trim();
}
