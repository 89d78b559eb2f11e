namespace Cadran.Web;

public static partial class Routes
{
    public static class Standards
    {
        public static string Index(string? year = null) => With("/standards", ("Year", year));
    }
}
