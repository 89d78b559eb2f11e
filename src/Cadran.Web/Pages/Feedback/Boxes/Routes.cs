namespace Cadran.Web;

public static partial class Routes
{
    public static class Boxes
    {
        public static string New(Guid? service = null) => With("/feedback/boxes/new", ("service", service));
        public static string Show(Guid id) => $"/feedback/boxes/{id}";
    }
}
