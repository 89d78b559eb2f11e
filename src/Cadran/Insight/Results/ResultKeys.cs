namespace Cadran.Insight;

/// <summary>What results are called in the database.</summary>
internal static class ResultKeys
{
    public const string Scores = "scores", Drivers = "drivers", Fieldwork = "fieldwork", Comments = "comments",
        Questions = "questions";

    public static string Groups(string by) => "groups:" + by;

    public static string Split(string by) => "split:" + by;

    /// <summary>What the keys of all changes begin with.</summary>
    public const string AnyChange = "change:";

    /// <summary>The change from that wave; it is kept under the later one.</summary>
    public static string Change(Guid from) => AnyChange + from.ToString("N");
}
