namespace Cadran.Web;

public static partial class Routes
{
    /// <summary>What everybody may read, without an account.</summary>
    public static class Public
    {
        public static string Service(Guid id) => $"/public/service/{id}";
        public static string Plan(Guid id) => $"/public/plan/{id}";
        public static string Organisation(Guid id) => $"/public/organisation/{id}";
    }
}
