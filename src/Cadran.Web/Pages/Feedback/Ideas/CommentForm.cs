using System.ComponentModel.DataAnnotations;
using Cadran.Feedback;

namespace Cadran.Web.Pages.Feedback;

/// <summary>What a colleague says of an idea.</summary>
public sealed class CommentForm
{
    [Display(Name = "Your comment"), Required(ErrorMessage = "Write your comment.")]
    [StringLength(IdeaComment.TextMaxLength, ErrorMessage = "Use at most {1} characters.")]
    public string? Text { get; set; }
}
