using System.Globalization;
using System.Xml;
using Cadran.Insight;
using Cadran.Questionnaires;

namespace Cadran.Web.Files;

/// <summary>
/// What an archive keeps of a wave: a codebook of the Data Documentation Initiative, version 2.5, with the questions in all their
/// languages and the published counts.
/// </summary>
public static class DdiCodebook
{
    private const string Namespace = "ddi:codebook:2_5", File = "F1";

    /// <summary>The whole document: it describes questions, and is small however many answered.</summary>
    public static byte[] Of(WaveFileSubject of, DateOnly made)
    {
        using var written = new MemoryStream();
        using (var xml = XmlWriter.Create(written, new XmlWriterSettings { Indent = true })) Write(xml, of, made);
        return written.ToArray();
    }

    private static void Write(XmlWriter xml, WaveFileSubject of, DateOnly made)
    {
        xml.WriteStartDocument();
        xml.WriteStartElement("codeBook", Namespace);
        xml.WriteAttributeString("version", "2.5");
        string title = $"{of.Service.Name.In("en")}: {of.Wave.Name}";
        Within(xml, "docDscr", () => Within(xml, "citation", () =>
        {
            Within(xml, "titlStmt", () => Element(xml, "titl", title));
            Within(xml, "prodStmt", () => Day(xml, "prodDate", made));
        }));
        Within(xml, "stdyDscr", () => Study(xml, of, title));
        Within(xml, "fileDscr", () =>
        {
            xml.WriteAttributeString("ID", File);
            Within(xml, "fileTxt", () =>
            {
                Element(xml, "fileName", of.FileName(WaveFileKind.Answers));
                if (of.Analysis.Suppressed is null)
                    Within(xml, "dimensns", () => Element(xml, "caseQnty", Number(of.Analysis.Responses)));
                Element(xml, "fileType", "text/csv");
            });
        });
        Within(xml, "dataDscr", () =>
        {
            var names = VariableNames.Of(of.Analysis.Content);
            foreach (Question question in of.Analysis.Content.Questions.Where(q => q.Kind is { IsText: false, HasAnswer: true }))
                DdiVariables.Write(xml, question, of, names);
        });
        xml.WriteEndElement();
        xml.WriteEndDocument();
    }

    private static void Study(XmlWriter xml, WaveFileSubject of, string title)
    {
        Within(xml, "citation", () =>
        {
            Within(xml, "titlStmt", () =>
            {
                Element(xml, "titl", title);
                foreach (var (language, name) in Written(of.Service.Name).Where(t => t.Language != "en"))
                    Element(xml, "parTitl", $"{name}: {of.Wave.Name}", language);
                Element(xml, "IDNo", of.Wave.Id.ToString());
            });
        });
        Within(xml, "stdyInfo", () => Within(xml, "sumDscr", () =>
        {
            Day(xml, "collDate", of.Wave.OpensOn, "start");
            Day(xml, "collDate", of.Wave.ClosesOn, "end");
            Element(xml, "anlyUnit", "Individual");
            Element(xml, "universe", "Clients of the service", "en");
            Element(xml, "dataKind", "Survey data", "en");
        }));
        Within(xml, "method", () => Within(xml, "dataColl", () =>
        {
            Element(xml, "timeMeth", "Cross-section", "en");
            Element(xml, "sampProc", of.Wave.ProbabilitySample ? "Probability sample" : "Open link: who answers decides", "en");
            Element(xml, "collMode", "Self-administered questionnaire, or as imported", "en");
            if (of.Analysis.HasDesign) Element(xml, "weight", "Weights, strata, clusters and populations are columns of the file", "en");
        }));
    }

    internal static void Within(XmlWriter xml, string name, Action write)
    {
        xml.WriteStartElement(name, Namespace);
        write();
        xml.WriteEndElement();
    }

    internal static void Element(XmlWriter xml, string name, string text, string? language = null) => Within(xml, name, () =>
    {
        if (language is not null) xml.WriteAttributeString("xml", "lang", null, language);
        xml.WriteString(text);
    });

    internal static IEnumerable<(string Language, string Text)> Written(LocalText text) =>
        LocalText.Languages.Select(language => (language, text.Exactly(language))).Where(t => t.Item2.Length > 0);

    internal static string Number(int count) => count.ToString(CultureInfo.InvariantCulture);

    private static void Day(XmlWriter xml, string name, DateOnly day, string? happening = null) => Within(xml, name, () =>
    {
        string text = day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        xml.WriteAttributeString("date", text);
        if (happening is not null) xml.WriteAttributeString("event", happening);
        xml.WriteString(text);
    });
}
