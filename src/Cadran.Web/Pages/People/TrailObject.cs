namespace Cadran.Web.Pages.People;

/// <summary>What an event was about, as people call it.</summary>
/// <param name="Name">Empty where nobody has called it anything.</param>
/// <param name="Href">Where it is shown; null for what is shown nowhere, or not to whoever reads.</param>
public sealed record TrailObject(string Name, string? Href);
