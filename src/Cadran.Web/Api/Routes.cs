namespace Cadran.Web;

public static partial class Routes
{
    /// <summary>For programs.</summary>
    public static class Api
    {
        public const string Document = "/api/v1/openapi.json", WavePattern = "/api/v1/waves/{id:guid}",
            ResponsesPattern = WavePattern + "/responses";
        public static string Wave(Guid id) => $"/api/v1/waves/{id}";
        public static string Responses(Guid wave) => $"{Wave(wave)}/responses";
    }
}
