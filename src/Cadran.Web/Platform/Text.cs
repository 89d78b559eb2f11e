// Its namespace and name are those of the resource.
namespace Cadran.Web;

/// <summary>
/// Marks the one resource of each language: <c>Resources/Text.fr.resx</c>. English is the key, so that views read as they look.
/// </summary>
public sealed class Text;
