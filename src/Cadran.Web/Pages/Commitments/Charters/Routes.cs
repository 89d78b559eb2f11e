namespace Cadran.Web;

public static partial class Routes
{
    public static class Charters
    {
        public static string Show(Guid service) => $"/commitments/charters/{service}";
        public static string Write(Guid service) => $"{Show(service)}/write";
    }
}
