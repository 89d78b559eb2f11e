using System.Text.Json;

namespace Cadran.Jobs;

/// <summary>How the input and the outcome of a job are written in its row.</summary>
public static class JobJson
{
    public static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web);
}
