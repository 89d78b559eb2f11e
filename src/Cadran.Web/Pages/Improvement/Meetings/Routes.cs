namespace Cadran.Web;

public static partial class Routes
{
    public static class Meetings
    {
        public static string New(Guid body) => With("/improvement/meetings/new", ("body", body));
        public static string Show(Guid id) => $"/improvement/meetings/{id}";
    }
}
