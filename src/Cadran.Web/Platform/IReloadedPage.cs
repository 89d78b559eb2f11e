namespace Cadran.Web.Platform;

/// <summary>
/// A page about something that two people may change. When somebody else was first, it reads anew what it shows before it is shown again
/// with the refusal: what the person had in mind was not done.
/// </summary>
public interface IReloadedPage
{
    Task ReloadAsync(CancellationToken ct);
}
