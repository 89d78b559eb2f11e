using Cadran.Improvement;

namespace Cadran.Web;

public static partial class Routes
{
    public static class Improvement
    {
        public static string Index(Guid? service = null) => With("/improvement", ("service", service));

        /// <summary>What a <c>decision</c>, an <c>action</c> or a <c>target</c> can start from.</summary>
        public static string Start(string what) => $"/improvement/start/{what}";
    }

    public static class Decisions
    {
        public static string New(Guid wave) => With("/improvement/decisions/new", ("wave", wave));
        public static string Show(Guid id) => $"/improvement/decisions/{id}";
        public static string Edit(Guid id) => $"{Show(id)}/edit";
    }

    public static class Actions
    {
        public static string New(Guid decision) => With("/improvement/actions/new", ("decision", decision));

        /// <summary>The form of an entry, from a thing that is kept here where there is one.</summary>
        public static string Raise(Guid? service = null, SourceKind? kind = null, Guid? source = null) =>
            With("/improvement/actions/raise", ("service", service), ("kind", kind), ("source", source));

        public static string Show(Guid id) => $"/improvement/actions/{id}";
        public static string Assess(Guid id) => $"{Show(id)}/assess";
        public static string Decide(Guid id) => $"{Show(id)}/decide";
        public static string Edit(Guid id) => $"{Show(id)}/edit";
        public static string Effect(Guid id) => Show(id) + "#effect";
    }

    public static class Targets
    {
        public static string New(Guid service, Guid? wave = null) => With("/improvement/targets/new", ("service", service), ("wave", wave));
        public static string Show(Guid id) => $"/improvement/targets/{id}";
        public static string Edit(Guid id) => $"{Show(id)}/edit";
    }
}
