namespace Cadran.Web;

public static partial class Routes
{
    public static class Questionnaires
    {
        public static string Index(Guid? service = null) => With("/questionnaires", ("service", service));
        public static string New(Guid? service = null) => With("/questionnaires/new", ("service", service));
        public const string ChooseColumns = "/questionnaires/from-file?handler=Choose";
        public const string KeepImport = "/questionnaires/import?handler=Keep";
        public const string ImportedAnswers = "/questionnaires/import?handler=Answers";
        public static string Import(Guid? service = null) => With("/questionnaires/import", ("service", service));
        public static string FromFile(Guid? service = null) => With("/questionnaires/from-file", ("service", service));
    }

    public static class Drafts
    {
        public static string Edit(Guid id) => $"/questionnaires/drafts/{id}";
        public static string Question(Guid id, string code) => $"{Edit(id)}#q-{code}";
        public static string Add(Guid id) => $"{Edit(id)}/add";
        public static string Own(Guid id, string? code = null) => $"{Edit(id)}/own" + (code is null ? "" : $"/{code}");
        public static string Preview(Guid id, string? language = null) => $"{Edit(id)}/preview" + (language is null ? "" : $"/{language}");
        public static string Publish(Guid id) => $"{Edit(id)}/publish";
        public static string Rules(Guid id, string use, string code, string? option = null) =>
            $"{Edit(id)}/rules/{use}/{code}" + (option is null ? "" : $"/{option}");
        public static string Texts(Guid id) => $"{Edit(id)}/texts";
    }

    public static class Versions
    {
        public static string Show(Guid questionnaire, int number) => $"/questionnaires/versions/{questionnaire}/{number}";
        public static string Export(Guid questionnaire, int number, string? format = null) =>
            With($"/questionnaires/versions/{questionnaire}/{number}/export", ("format", format));
    }
}
