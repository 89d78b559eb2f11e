namespace Cadran.Web;

public static partial class Routes
{
    public static class Overview
    {
        /// <param name="show">Name of a filter of services; all without.</param>
        public static string Index(string? show = null) => With("/overview", ("Show", show));
        public const string Cycle = "/overview/cycle";
    }
}
