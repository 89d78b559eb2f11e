namespace Cadran.Web;

public static partial class Routes
{
    /// <summary>The pages of respondents.</summary>
    public static class Answer
    {
        public const string Folder = "/answer";
        public static string Wave(string slug) => $"{Folder}/{slug}";
        public static string Start(string slug, string language) => $"{Folder}/{slug}/{language}";
        public static string Section(string slug, string language, string key, int number) => $"{Start(slug, language)}/{key}/{number}";
        public static string Check(string slug, string language, string key, int number) => $"{Section(slug, language, key, number)}/check";
        public static string Thanks(string slug, string language, string key) => $"{Start(slug, language)}/{key}/thanks";
    }
}
