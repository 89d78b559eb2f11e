using Cadran.People;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Cadran.Web.Pages.People;

/// <summary>An organisation as administrators change it.</summary>
/// <param name="Above">The one it belongs to; empty for the top, and for one that the person does not administer.</param>
/// <param name="Parents">Where it can be put.</param>
/// <param name="MayMove">Whoever looks administers the one it belongs to, and there is another place for it.</param>
public sealed record OrganisationView(
    Organisation Organisation, LocalText Above, OrganisationContent Content, IReadOnlyList<SelectListItem> Parents, bool MayMove);
