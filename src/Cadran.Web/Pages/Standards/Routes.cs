namespace Cadran.Web;

public static partial class Routes
{
    public static class Standards
    {
        public static string New(Guid service) => With("/standards/new", ("service", service));
        public static string Edit(Guid id) => $"/standards/{id}/edit";
        public static string Index(string? year = null) => With("/standards", ("Year", year));
    }
}
