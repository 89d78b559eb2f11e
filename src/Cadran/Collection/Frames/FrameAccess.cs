using Cadran.People;
using Cadran.Storage;
using Microsoft.EntityFrameworkCore;

namespace Cadran.Collection;

public static class FrameAccess
{
    /// <summary>The frame, tracked, when the person has the right on its organisation.</summary>
    /// <exception cref="MissingException">Nothing that the person may know of.</exception>
    /// <exception cref="ForbiddenException">The person may know of it, but has not that right.</exception>
    public static async Task<Frame> FindFrameAsync(this CadranDb db, Access access, Guid id, Right right, CancellationToken ct)
    {
        Frame frame = await db.Frames.FirstOrDefaultAsync(f => f.Id == id, ct) ?? throw new MissingException("The frame");
        access.Require(right, frame.OrganisationId);
        return frame;
    }
}
