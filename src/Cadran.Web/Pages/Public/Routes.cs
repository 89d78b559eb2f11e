namespace Cadran.Web;

public static partial class Routes
{
    /// <summary>What everybody may read, without an account.</summary>
    public static class Public
    {
        public static string Service(Guid id) => $"/public/service/{id}";
        public static string Plan(Guid id) => $"/public/plan/{id}";
        public static string Complaint(Guid service) => $"/public/complaint/{service}";

        /// <param name="language">That of the sheet; that of the page without.</param>
        public static string Charter(Guid service, string? language = null) =>
            With($"/public/charter/{service}", ("Language", language));
        public const string Followup = "/public/followup";
        public static string Organisation(Guid id) => $"/public/organisation/{id}";
    }
}
