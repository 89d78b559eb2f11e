namespace Cadran.Web;

public static partial class Routes
{
    public static class Plans
    {
        public static string Index(Guid? service = null) => With("/improvement/plans", ("service", service));
        public static string New(Guid service) => With("/improvement/plans/new", ("service", service));
        public static string Show(Guid id) => $"/improvement/plans/{id}";
        public static string Edit(Guid id) => $"{Show(id)}/edit";
    }
}
