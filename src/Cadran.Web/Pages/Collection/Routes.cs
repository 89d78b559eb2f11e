using Cadran.Collection;

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
        public static string Invitations(Guid id) => $"{Show(id)}/invitations";
        public static string Invite(Guid id) => $"{Show(id)}/invite";
        public static string Ledger(Guid id) => $"{Show(id)}/ledger";
        public static string Letters(Guid id) => $"{Show(id)}/letters";
        public static string Message(Guid id, MailKind kind, string language) =>
            With($"{Show(id)}/message", ("kind", kind), ("language", language));
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

    /// <summary>Clients of whom samples are drawn.</summary>
    public static class Frames
    {
        public const string New = "/collection/frames/new";
        public static string Index(int page = 1) => With("/collection/frames", ("P", page > 1 ? page : null));
        public static string Show(Guid id) => $"{Index()}/{id}";
        public static string Import(Guid id) => $"{Show(id)}/import";
        public static string Columns(Guid id, Guid import) => $"{Show(id)}/columns/{import}";
        public static string Check(Guid id, Guid import) => $"{Show(id)}/check/{import}";
        public static string People(Guid id) => $"{Show(id)}/people";
    }

    public static class Samples
    {
        public static string New(Guid frame, Guid? wave = null) => With("/collection/samples/new", ("frame", frame), ("wave", wave));
        public static string Plan(Guid frame) => With("/collection/samples/new", ("handler", "Plan"), ("frame", frame));
        public static string Show(Guid id) => $"/collection/samples/{id}";
        public static string Letters(Guid id) => With(Show(id), ("handler", "Letters"));
    }

    /// <summary>How often anybody may be asked, and who does not want to be.</summary>
    public static class Contacts
    {
        public const string Rule = "/collection/contacts/rule", OptOut = "/collection/contacts/opt-out";
    }
}
