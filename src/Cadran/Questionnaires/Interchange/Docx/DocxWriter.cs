using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Cadran.Questionnaires;

/// <summary>
/// A questionnaire as a Word document, for lawyers and translators to read and comment: every question with its texts in a column for each
/// language, its options, and under it what kind it is and when it is asked.
/// </summary>
internal static class DocxWriter
{
    public static ExportedQuestionnaire Write(string name, QuestionnaireContent content)
    {
        using var to = new MemoryStream();
        using (WordprocessingDocument document = WordprocessingDocument.Create(to, WordprocessingDocumentType.Document))
        {
            MainDocumentPart main = document.AddMainDocumentPart();
            StyleDefinitionsPart styles = main.AddNewPart<StyleDefinitionsPart>();
            styles.Styles = DocxStyles.Make();
            IReadOnlyList<string> languages = content.Languages.Count == 0 ? ["en"] : content.Languages;
            var body = new Body(Line(content.Title.In(languages[0]) is { Length: > 0 } title ? title : name, "Title"));
            if (content.Welcome != LocalText.Empty) body.Append(Texts(languages, [("", content.Welcome)]), Line(""));
            foreach (Section section in content.Sections)
            {
                body.Append(Line(section.Title.In(languages[0]), "Heading1"));
                body.Append(Texts(languages, [("", section.Title), ("", section.Introduction)]), Line(""));
                foreach (Question question in section.Questions)
                {
                    body.Append(Line(question.Code, "Heading2"));
                    body.Append(Texts(languages, [("", question.Text), ("", question.Hint), ("", question.Unit), .. Options(question)]));
                    if (question.Note is { } note) body.Append(Line(note, "Note"));
                    body.Append(Line(""));
                }
            }
            if (content.Thanks != LocalText.Empty) body.Append(Texts(languages, [("", content.Thanks)]), Line(""));
            body.Append(new SectionProperties(new PageSize { Width = 11906, Height = 16838 },
                new PageMargin { Top = 1134, Bottom = 1134, Left = 1134, Right = 1134, Header = 567, Footer = 567, Gutter = 0 }));
            main.Document = new Document(body);
        }
        return new(to.ToArray(), []);
    }

    private static IEnumerable<(string Code, LocalText Words)> Options(Question question) =>
        question.Kind.Options(question).Concat(NoValueWords.Options(question)).Select(o => (o.Code, o.Label));

    private static Paragraph Line(string text, string? style = null)
    {
        var paragraph = new Paragraph();
        if (style is not null) paragraph.Append(new ParagraphProperties(new ParagraphStyleId { Val = style }));
        if (text.Length > 0) paragraph.Append(Words(text));
        return paragraph;
    }

    private static Run Words(string text)
    {
        var run = new Run();
        string[] lines = Valid(text).Split('\n');
        for (int i = 0; i < lines.Length; i++)
        {
            if (i > 0) run.Append(new Break());
            run.Append(new Text(lines[i]) { Space = SpaceProcessingModeValues.Preserve });
        }
        return run;
    }

    /// <summary>Characters that XML does not know are left.</summary>
    private static string Valid(string text) => string.Concat(text.EnumerateRunes()
        .Where(r => r.Value is '\n' or '\t' or >= 0x20 and <= 0xD7FF or >= 0xE000 and <= 0xFFFD or >= 0x10000).Select(r => r.ToString()));

    /// <summary>A line for each text, a column for each language and one for codes.</summary>
    private static Table Texts(IReadOnlyList<string> languages, IReadOnlyList<(string Code, LocalText Text)> texts)
    {
        const int whole = 9638, codes = 1300;
        int width = (whole - codes) / languages.Count;
        var table = new Table(new TableProperties(new TableStyle { Val = "Grid" },
            new TableWidth { Width = $"{whole}", Type = TableWidthUnitValues.Dxa }),
            new TableGrid([new GridColumn { Width = $"{codes}" }, .. languages.Select(_ => new GridColumn { Width = $"{width}" })]));
        var head = new TableRow(new TableRowProperties(new TableHeader()), Cell("", codes));
        foreach (string language in languages) head.Append(Cell(language.ToUpperInvariant(), width));
        table.Append(head);
        foreach (var (code, text) in texts.Where(t => t.Text != LocalText.Empty || t.Code.Length > 0))
        {
            var row = new TableRow(Cell(code, codes));
            foreach (string language in languages) row.Append(Cell(text.Exactly(language), width));
            table.Append(row);
        }
        return table;
    }

    private static TableCell Cell(string text, int width) =>
        new(new TableCellProperties(new TableCellWidth { Width = $"{width}", Type = TableWidthUnitValues.Dxa }), Line(text));
}
