using Cadran.Improvement;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.Extensions.Localization;

namespace Cadran.Web.Pages.Improvement;

/// <summary>Who answers for an action: one of those who may act on its service, or the name of somebody without an account.</summary>
internal sealed class OwnerChoice(IReadOnlyList<ActionOwner> owners, IStringLocalizer<Text> text)
{
    public IEnumerable<SelectListItem> Items => owners.Select(o => new SelectListItem(o.Name, o.Id.ToString()));

    /// <summary>
    /// Says what is wrong with the fields Input.OwnerId and Input.Owner. Returns the person; null for somebody without an account.
    /// </summary>
    public ActionOwner? Check(Guid? chosen, string? name, ModelStateDictionary state)
    {
        if (chosen is { } id && owners.All(o => o.Id != id))
            state.AddModelError("Input.OwnerId", text["This person may not act on this service. Choose another, or write a name."]);
        if (chosen is null && string.IsNullOrWhiteSpace(name))
            state.AddModelError("Input.OwnerId", text["Name the person who answers for it."]);
        if (chosen is not null && !string.IsNullOrWhiteSpace(name))
            state.AddModelError("Input.Owner", text["Choose a person or write a name, not both."]);
        return owners.FirstOrDefault(o => o.Id == chosen);
    }

    /// <summary>The person of the field Input.SubstituteId; null for nobody, or where it is none of the offered.</summary>
    public ActionOwner? CheckSubstitute(Guid? chosen, ModelStateDictionary state)
    {
        if (chosen is { } id && owners.All(o => o.Id != id))
            state.AddModelError("Input.SubstituteId", text["This person may not act on this service. Choose another, or write a name."]);
        return owners.FirstOrDefault(o => o.Id == chosen);
    }
}
