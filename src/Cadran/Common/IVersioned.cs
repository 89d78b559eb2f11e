namespace Cadran;

/// <summary>
/// Something that two people may change at once. Its version grows with every change; a form sends back the one it was made from, and the
/// database asks again when the change is saved: the first is kept, the second is told.
/// </summary>
public interface IVersioned
{
    int Version { get; }
}
