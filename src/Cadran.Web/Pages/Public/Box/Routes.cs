namespace Cadran.Web;

public static partial class Routes
{
    /// <summary>Where staff bring ideas, without an account.</summary>
    public static class Box
    {
        public static string Show(string slug) => $"/public/box/{slug}";
        public static string Receipt(string slug) => $"{Show(slug)}/receipt";
    }
}
