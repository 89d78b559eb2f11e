using Cadran.People;
using Cadran.Storage;
using Microsoft.EntityFrameworkCore;

namespace Cadran.Feedback;

public static class IdeaAccess
{
    /// <summary>The box, tracked, when the person has the right on its organisation.</summary>
    /// <exception cref="MissingException">Nothing that the person may know of.</exception>
    /// <exception cref="ForbiddenException">The person may see it, but has not that right.</exception>
    public static async Task<IdeaBox> FindIdeaBoxAsync(this CadranDb db, Access access, Guid id, Right right, CancellationToken ct)
    {
        IdeaBox box = await db.IdeaBoxes.FirstOrDefaultAsync(b => b.Id == id, ct) ?? throw new MissingException("The page");
        access.Require(right, box.OrganisationId);
        return box;
    }

    /// <summary>The idea and its box, under the same rules.</summary>
    public static async Task<(Idea Idea, IdeaBox Box)> FindIdeaAsync(
        this CadranDb db, Access access, Guid id, Right right, CancellationToken ct)
    {
        Idea idea = await db.Ideas.AsNoTracking().FirstOrDefaultAsync(i => i.Id == id, ct) ?? throw new MissingException("The page");
        return (idea, await db.FindIdeaBoxAsync(access, idea.BoxId, right, ct));
    }
}
