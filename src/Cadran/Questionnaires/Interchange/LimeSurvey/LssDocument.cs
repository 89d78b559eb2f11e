using System.Xml;

namespace Cadran.Questionnaires;

/// <summary>The sections and rows of a LimeSurvey file (.lss, .lsr), of any version of its database.</summary>
internal sealed class LssDocument
{
    private readonly Dictionary<string, List<LssRow>> sections = [];

    public string Type { get; private set; } = "";
    public List<string> Languages { get; } = [];

    /// <summary>Names of all columns that a section says it has.</summary>
    public Dictionary<string, List<string>> Fields { get; } = [];

    public IReadOnlyList<LssRow> Rows(string section) => sections.GetValueOrDefault(section) ?? [];

    public static LssDocument Read(Stream stream)
    {
        var settings = new XmlReaderSettings
        {
            DtdProcessing = DtdProcessing.Prohibit,
            XmlResolver = null,
            MaxCharactersInDocument = ImportLimits.MaxUnpacked,
            IgnoreComments = true,
            IgnoreProcessingInstructions = true,
            CheckCharacters = false,
        };
        var document = new LssDocument();
        try
        {
            using XmlReader xml = XmlReader.Create(stream, settings);
            xml.MoveToContent();
            if (xml.LocalName != "document") throw new RuleViolationException("interchange.no-tool", LossNotes.NoTool);
            document.Sections(xml);
        }
        catch (XmlException broken)
        {
            throw ImportLimits.Damaged($"XML {broken.LineNumber}:{broken.LinePosition}");
        }
        return document;
    }

    private void Sections(XmlReader xml)
    {
        if (xml.IsEmptyElement) return;
        xml.Read();
        while (!xml.EOF && xml.NodeType != XmlNodeType.EndElement)
        {
            if (xml.NodeType != XmlNodeType.Element)
            {
                xml.Read();
                continue;
            }
            string section = xml.LocalName;
            if (section == "LimeSurveyDocType") Type = xml.ReadElementContentAsString();
            else if (section == "languages") Each(xml, "language", inner => Languages.Add(inner.ReadElementContentAsString()));
            else if (section is "DBVersion" or "themes" or "themes_inherited") xml.Skip();
            else Each(xml, null, part =>
            {
                if (part.LocalName == "rows") Each(part, "row", row => Add(section, row));
                else if (part.LocalName == "fields")
                    Each(part, "fieldname", field => Named(section).Add(field.ReadElementContentAsString()));
                else part.Skip();
            });
        }
    }

    private List<string> Named(string section)
    {
        if (!Fields.TryGetValue(section, out var named)) Fields[section] = named = [];
        return named;
    }

    private void Add(string section, XmlReader xml)
    {
        var row = new LssRow((xml as IXmlLineInfo)?.LineNumber ?? 0);
        Each(xml, null, cell =>
        {
            string column = cell.LocalName;
            if (row.Cells.Count >= 5_000) throw new RuleViolationException("interchange.columns", LossNotes.Damaged, null, column);
            row[column] = cell.ReadElementContentAsString();
        });
        if (!sections.TryGetValue(section, out var rows)) sections[section] = rows = [];
        if (rows.Count >= ImportLimits.MaxRows * 5) throw ImportLimits.Damaged(section);
        rows.Add(row);
    }

    /// <summary>Each element within the present one that has the name; others are passed over. Ends behind it.</summary>
    private static void Each(XmlReader xml, string? name, Action<XmlReader> read)
    {
        if (xml.Depth > ImportLimits.DeepestXml) throw ImportLimits.Damaged(xml.LocalName);
        if (xml.IsEmptyElement)
        {
            xml.Read();
            return;
        }
        xml.Read();
        while (!xml.EOF && xml.NodeType != XmlNodeType.EndElement)
            if (xml.NodeType == XmlNodeType.Element && (name is null || xml.LocalName == name)) read(xml);
            else if (xml.NodeType == XmlNodeType.Element) xml.Skip();
            else xml.Read();
        if (!xml.EOF) xml.ReadEndElement();
    }
}
