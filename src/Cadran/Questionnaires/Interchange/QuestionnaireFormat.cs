namespace Cadran.Questionnaires;

/// <summary>A format in which a questionnaire leaves.</summary>
/// <param name="Code">Its name in commands and addresses.</param>
/// <param name="Name">What people call it: English, the key of its translations.</param>
/// <param name="Extension">Of its files, with the point.</param>
public sealed record QuestionnaireFormat(string Code, string Name, string Extension, string ContentType,
    Func<string, QuestionnaireContent, ExportedQuestionnaire> Write)
{
    public static IReadOnlyList<QuestionnaireFormat> All { get; } =
    [
        new("cadran", "Cadran (JSON): everything, to read it in again", ".json", "application/json",
            (name, content) => new(CadranJsonFile.Write(name, content), [])),
        new("docx", "Word: to read and comment, in every language", ".docx",
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document", DocxWriter.Write),
        new("surveyjs", "SurveyJS (JSON)", ".surveyjs.json", "application/json", SurveyJsWriter.Write),
        new("xlsform", "XLSForm (workbook of ODK and KoboToolbox)", ".xlsx",
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", XlsFormWriter.Write),
        new("ddi", "DDI Codebook 2.5 (XML): for archives", ".xml", "application/xml", DdiWriter.Write),
    ];

    public static QuestionnaireFormat? Find(string? code) => All.FirstOrDefault(format => format.Code == code);
}
