namespace Cadran.Web;

public static partial class Routes
{
    /// <summary>The pages of respondents.</summary>
    public static class Answer
    {
        public const string Folder = "/answer";
        public static string Wave(string slug) => $"{Folder}/{slug}";
        public static string Start(string slug, string language) => $"{Folder}/{slug}/{language}";

        /// <summary>Where a personal link leads.</summary>
        public static string Invited(string slug, string language, string link) => $"{Start(slug, language)}/by/{link}";

        /// <summary>Where the code of a letter is typed.</summary>
        public static string Code(string slug, string language) => $"{Start(slug, language)}/code";

        /// <summary>By which somebody is asked no more.</summary>
        public static string Stop(string language, string token) => $"{Folder}/stop/{language}/{token}";

        /// <summary>A page of one person: the number of a section, <c>thanks</c>, or another that begins with a number.</summary>
        public static string Page(string slug, string language, string key, string page) => $"{Start(slug, language)}/{key}/{page}";
        public static string Section(string slug, string language, string key, int number) => Page(slug, language, key, $"{number}");
        public static string Check(string slug, string language, string key, int number) => Section(slug, language, key, number) + "/check";
        public static string Receipt(string slug, string language) => $"{Start(slug, language)}/receipt";
        public static string Receipts(string slug, string language) => $"{Start(slug, language)}/receipts.txt";
        public static string Thanks(string slug, string language, string key) => Page(slug, language, key, "thanks");
    }
}
