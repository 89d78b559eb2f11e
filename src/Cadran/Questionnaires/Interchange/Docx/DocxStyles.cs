using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Cadran.Questionnaires;

/// <summary>The few styles of the document: with real headings, people can jump and screen readers can tell.</summary>
internal static class DocxStyles
{
    public static Styles Make() => new(
        Paragraph("Normal", "Normal", null, size: 20),
        Paragraph("Title", "Title", null, size: 36, bold: true),
        Paragraph("Heading1", "heading 1", 0, size: 28, bold: true),
        Paragraph("Heading2", "heading 2", 1, size: 22, bold: true),
        Paragraph("Note", "Note", null, size: 18),
        new Style(new StyleName { Val = "Table Grid" }, new StyleTableProperties(Borders()))
        {
            Type = StyleValues.Table,
            StyleId = "Grid",
            CustomStyle = true,
        });

    private static Style Paragraph(string id, string name, int? level, int size, bool bold = false)
    {
        var style = new Style(new StyleName { Val = name })
        {
            Type = StyleValues.Paragraph,
            StyleId = id,
            Default = id == "Normal" ? true
            : null
        };
        if (id != "Normal") style.Append(new BasedOn { Val = "Normal" });
        var paragraph = new StyleParagraphProperties(new SpacingBetweenLines { Before = level is null ? "0" : "240", After = "80" });
        if (level is { } outline)
        {
            paragraph.InsertAt(new KeepNext(), 0);
            paragraph.Append(new OutlineLevel { Val = outline });
        }
        style.Append(paragraph);
        var run = new StyleRunProperties(new RunFonts { Ascii = "Arial", HighAnsi = "Arial" });
        if (bold) run.Append(new Bold());
        run.Append(new FontSize { Val = $"{size}" });
        style.Append(run);
        return style;
    }

    private static TableBorders Borders()
    {
        static T Of<T>() where T : BorderType, new() => new() { Val = BorderValues.Single, Size = 4, Color = "999999" };
        return new TableBorders(Of<TopBorder>(), Of<LeftBorder>(), Of<BottomBorder>(), Of<RightBorder>(),
            Of<InsideHorizontalBorder>(), Of<InsideVerticalBorder>());
    }
}
