namespace Cadran.Web;

public static partial class Routes
{
    public static class Ideas
    {
        public static string Index(Guid? box = null) => With("/feedback/ideas", ("Box", box));
        public static string Show(Guid id) => $"/feedback/ideas/{id}";
    }
}
