using System.ComponentModel.DataAnnotations;
using Cadran.Improvement;

namespace Cadran.Web.Pages.Improvement;

/// <summary>What a body is called, who sits in it, and how often it meets.</summary>
public sealed class BodyForm
{
    private const string TooLong = "Use at most {1} characters.";

    [Display(Name = "Name of the body"), Required(ErrorMessage = "Give the body a name.")]
    [StringLength(GovernanceBody.NameMaxLength, ErrorMessage = TooLong)]
    public string? Name { get; set; }

    [Display(Name = "Members"), StringLength(GovernanceBody.MembersMaxLength, ErrorMessage = TooLong)]
    public string? Members { get; set; }

    [Display(Name = "Meets at least once in so many months"), Required(ErrorMessage = "Enter how often the body meets.")]
    public int? EveryMonths { get; set; } = 3;

    [Display(Name = "It is an audit committee")]
    public bool Audits { get; set; }

    /// <summary>Of the body that the form was made from.</summary>
    public int Version { get; set; }

    public static BodyForm Of(GovernanceBody body) => new()
    {
        Name = body.Name,
        Members = body.Members,
        EveryMonths = body.EveryMonths,
        Audits = body.Audits,
        Version = body.Version,
    };
}
