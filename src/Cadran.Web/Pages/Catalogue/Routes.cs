namespace Cadran.Web;

public static partial class Routes
{
    public static class Catalogue
    {
        public const string Index = "/catalogue";

        /// <summary>The services to choose one from, for a <c>questionnaire</c> or one from a <c>file</c>.</summary>
        public static string Choose(string? purpose) => With(Index, ("For", purpose));
    }

    public static class Services
    {
        public const string New = "/catalogue/services/new";
        public static string Show(Guid id) => $"/catalogue/services/{id}";
        public static string Edit(Guid id) => $"/catalogue/services/{id}/edit";
        public static string Profile(Guid id) => $"/catalogue/services/{id}/profile";
        public static string Standards(Guid id) => Profile(id) + "#standards";
    }

    public static class Inventory
    {
        public const string Import = "/catalogue/inventory/import";
        public static string Outcome(Guid job) => $"/catalogue/inventory/outcome/{job}";
        public static string Findings(Guid job, string? severity, string? rule) =>
            With(Outcome(job), ("handler", "Findings"), ("Severity", severity), ("Rule", rule));
    }
}
