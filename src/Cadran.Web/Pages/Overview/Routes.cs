using Cadran.Reporting;

namespace Cadran.Web;

public static partial class Routes
{
    public static class Overview
    {
        /// <param name="show">Which services; all without.</param>
        public static string Index(StandingFilter? show = null) => With("/overview", ("Show", show));
        public const string Cycle = "/overview/cycle";
    }
}
