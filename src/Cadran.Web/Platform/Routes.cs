using Microsoft.AspNetCore.WebUtilities;

// Seen by every page without a line of its own.
namespace Cadran.Web;

/// <summary>
/// Every address of the program, written once, in the folder of its pages: a class is a folder and a member one of its pages, with what
/// is asked of it. A <c>Pattern</c> is for an endpoint that is no page. A page says its own address a second time, where only a literal
/// can stand (<c>@page</c>); a test holds the two together and finds addresses written anywhere else.
/// </summary>
public static partial class Routes
{
    public const string Home = "/";

    public static class Setup
    {
        public static string Index(string token) => $"/setup/{token}";
    }

    public static class Errors
    {
        /// <summary>{0} is the status.</summary>
        public const string Pattern = "/error/{0}";
        public static string Show(int status) => $"/error/{status}";
    }

    public static class Health
    {
        public const string Alive = "/health", Ready = "/health/ready";
    }

    public static class Jobs
    {
        /// <summary>What the pages of all jobs begin with.</summary>
        public const string Folder = "/jobs";
        public static string Show(Guid id) => $"{Folder}/{id}";
    }

    // What is not asked for is left out.
    private static string With(string path, params ReadOnlySpan<(string Name, object? Value)> asked)
    {
        foreach ((string name, object? value) in asked)
            if (value is not (null or "")) path = QueryHelpers.AddQueryString(path, name, FormattableString.Invariant($"{value}"));
        return path;
    }
}
