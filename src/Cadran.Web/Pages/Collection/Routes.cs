namespace Cadran.Web;

public static partial class Routes
{
    public static class Collection
    {
        public static string Index(Guid? service = null) => With("/collection", ("service", service));
    }

    public static class Waves
    {
        public static string New(Guid? service = null, Guid? version = null) =>
            With("/collection/waves/new", ("service", service), ("version", version));
        public static string Show(Guid id) => $"/collection/waves/{id}";
        public static string Edit(Guid id) => $"{Show(id)}/edit";
        public static string SetAside(Guid id) => $"{Show(id)}/set-aside";
        public static string Poster(Guid id) => $"{Show(id)}/poster";
        public static string Preview(Guid id, string language, int section = 1) => $"{Show(id)}/preview/{language}/{section}";
        public static string QrSvg(Guid id) => $"{Show(id)}/qr.svg";
        public static string QrPng(Guid id) => $"{Show(id)}/qr.png";
    }

    /// <summary>Files of answers for a wave.</summary>
    public static class Imports
    {
        public static string Index(Guid wave) => $"{Waves.Show(wave)}/import";
        public static string Columns(Guid wave, Guid import) => $"{Index(wave)}/{import}/columns";
        public static string Map(Guid wave, Guid import) => With(Columns(wave, import), ("handler", "Map"));
        public static string Check(Guid wave, Guid import) => $"{Index(wave)}/{import}/check";
    }
}
