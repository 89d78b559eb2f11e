namespace Cadran.Web;

public static partial class Routes
{
    public static class Feedback
    {
        public static string Index(Guid? service = null) => With("/feedback", ("service", service));
    }

    public static class Complaints
    {
        public static string Index(string? show = null) => With("/feedback/complaints", ("show", show));
        public static string New(Guid service) => With("/feedback/complaints/new", ("service", service));
        public static string Show(Guid id) => $"/feedback/complaints/{id}";
        public static string Rule(Guid organisation) => With("/feedback/complaints/rule", ("organisation", organisation));
    }
}
