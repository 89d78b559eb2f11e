namespace Cadran.Web;

public static partial class Routes
{
    public static class Steps
    {
        /// <param name="lacks">Name of what the services lack that are listed; all without.</param>
        public static string Index(string? lacks = null) => With("/improvement/steps", ("Lacks", lacks));
        public static string Show(Guid service) => $"/improvement/steps/{service}";
        public static string Step(Guid service, int number) => $"{Show(service)}#step-{number}";

        /// <param name="kind">Name of what is said.</param>
        public static string Write(Guid service, string kind) => $"{Show(service)}/write/{kind}";
        public static string Staff(Guid service) => $"{Show(service)}/staff";
    }
}
