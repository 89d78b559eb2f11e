namespace Cadran.Web;

public static partial class Routes
{
    public static class Bodies
    {
        public const string Index = "/improvement/bodies";
        public const string New = "/improvement/bodies/new";
        public static string Show(Guid id) => $"/improvement/bodies/{id}";
        public static string Edit(Guid id) => $"{Show(id)}/edit";
    }
}
