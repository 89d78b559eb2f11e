using Microsoft.Extensions.Logging.Console;

namespace Cadran.Web.Platform;

/// <summary>One line for each thing that is logged, a failure with its trace included, with the moment in UTC before it.</summary>
internal static class LogLines
{
    private const string Moment = "yyyy-MM-dd'T'HH:mm:ss.fff'Z' ";

    public static void Add(WebApplicationBuilder builder)
    {
        if (builder.Configuration["Cadran:Log"] == "json")
            builder.Logging.AddJsonConsole(json => { json.TimestampFormat = Moment.Trim(); json.UseUtcTimestamp = true; });
        else
            builder.Logging.AddSimpleConsole(line =>
            {
                line.SingleLine = true;
                line.TimestampFormat = Moment;
                line.UseUtcTimestamp = true;
                line.ColorBehavior = LoggerColorBehavior.Disabled;
            });
    }
}
