namespace Cadran.Web;

public static partial class Routes
{
    public static class Insight
    {
        public const string Index = "/insight";
        public static string Compare(Guid? from = null, Guid? to = null) => With("/insight/compare", ("from", from), ("to", to));
        public static string CompareTable(Guid? from, Guid? to) => With("/insight/compare/table", ("from", from), ("to", to));
    }

    /// <summary>Results of a wave, by a group where one was chosen.</summary>
    public static class Results
    {
        public static string Show(Guid wave, string? by = null) => With(Page(wave), ("by", by));
        public static string Groups(Guid wave, string by) => Show(wave, by) + "#groups";
        public static string Chart(Guid wave, string key) => $"{Page(wave)}#{key}";
        public static string Comments(Guid wave) => $"{Page(wave)}/comments";
        public static string Weighting(Guid wave) => $"{Page(wave)}/weighting";
        public static string Matrix(Guid wave, string? by, int? line) => With(Page(wave), ("by", by), ("line", line)) + "#matrix";
        public static string Table(Guid wave, string chart, string? by = null, int? line = null) =>
            With($"{Page(wave)}/table", ("figure", chart), ("by", by), ("line", line));
        public static string Reproduce(Guid wave, string chart, string? by = null) => With($"{Page(wave)}/reproduce/{chart}", ("by", by));
        public static string Data(Guid wave, string chart, string? by = null) => With($"{Page(wave)}/reproduce/{chart}/data", ("by", by));
        public static string Script(Guid wave, string chart, string? by = null) =>
            With($"{Page(wave)}/reproduce/{chart}/script", ("by", by));

        public const string FilePattern = "/insight/waves/{id:guid}/export/file";
        public static string Export(Guid wave) => $"{Page(wave)}/export";
        public static string File(Guid wave) => $"{Export(wave)}/file";

        private static string Page(Guid wave) => $"/insight/waves/{wave}";
    }
}
