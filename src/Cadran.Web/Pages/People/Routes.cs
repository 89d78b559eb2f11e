namespace Cadran.Web;

public static partial class Routes
{
    public static class Organisations
    {
        public const string Index = "/people/organisations", New = "/people/organisations/new";
        public static string Edit(Guid id) => $"{Index}/{id}/edit";
        public static string NewUnder(Guid parent) => With(New, ("parent", parent));
    }

    public static class ApiKeys
    {
        public const string Index = "/people/api-keys";
    }

    public static class People
    {
        public const string Index = "/people", New = "/people/new";
        public const string Anchor = "/people/audit?handler=Anchor";
        public static string Show(Guid id) => $"{Index}/{id}";
        public static string Audit(string? subject = null, long? before = null, string? kind = null, string? by = null) =>
            With("/people/audit", ("subject", subject), ("kind", kind), ("by", by), ("before", before));
    }
}
