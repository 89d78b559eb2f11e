namespace Cadran.Web;

public static partial class Routes
{
    /// <summary>What everybody may read, without an account.</summary>
    public static class Public
    {
        public static string Service(Guid id) => $"/public/service/{id}";
        public static string Plan(Guid id) => $"/public/plan/{id}";
        public static string Complaint(Guid service) => $"/public/complaint/{service}";
        public const string Followup = "/public/followup";
        public static string Organisation(Guid id) => $"/public/organisation/{id}";
    }
}
