namespace Cadran.Web;

public static partial class Routes
{
    public static class Reporting
    {
        public const string Index = "/reporting";
    }

    public static class Reports
    {
        public const string FilePattern = "/reporting/services/{id:guid}/file";
        public static string Service(Guid id) => $"/reporting/services/{id}";
        public static string File(Guid id, string format, string language) =>
            With($"{Service(id)}/file", ("format", format), ("language", language));
    }
}
