using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Cadran.Web.Platform;

/// <summary>
/// A page that shows what its handlers have loaded: one record, whole or not there. A handler loads it before it decides, so that a
/// refused form can be shown again.
/// </summary>
public abstract class LoadedPage<TView> : PageModel where TView : class
{
    /// <exception cref="InvalidOperationException">No handler has loaded it.</exception>
    public TView Shown
    {
        get => field ?? throw new InvalidOperationException($"{GetType().Name} is shown before it has loaded.");
        protected set;
    }
}
