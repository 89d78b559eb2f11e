namespace Cadran.Catalogue;

/// <summary>Addresses come from files: only those of web pages become links.</summary>
public static class WebAddress
{
    public static bool IsSafe(string address) =>
        Uri.TryCreate(address, UriKind.Absolute, out Uri? uri) && (uri.Scheme == Uri.UriSchemeHttp || uri.Scheme == Uri.UriSchemeHttps);
}
