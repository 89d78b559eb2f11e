namespace Cadran.Web;

public static partial class Routes
{
    public static class Standards
    {
        public static string New(Guid service) => With("/standards/new", ("service", service));
        public static string Show(Guid id) => $"/standards/{id}";
        public static string Edit(Guid id) => $"/standards/{id}/edit";
        public static string Terms(Guid id) => $"/standards/{id}/terms";
        public static string Results(Guid id) => $"/standards/{id}/results";
        public static string Importance(Guid service) => With("/standards/importance", ("service", service));
        public static string Index(string? year = null) => With("/standards", ("Year", year));
    }

    public static class Cases
    {
        public static string New(Guid standard) => With("/standards/cases/new", ("standard", standard));
        public static string Show(Guid id) => $"/standards/cases/{id}";
    }

    public static class Calendars
    {
        public static string Index => "/standards/calendars";
        public static string New => "/standards/calendars/new";
        public static string Edit(Guid id) => $"/standards/calendars/{id}/edit";
    }
}
