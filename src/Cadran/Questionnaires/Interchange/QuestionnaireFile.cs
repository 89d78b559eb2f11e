using System.IO.Compression;
using System.Text;
using System.Text.Json;

namespace Cadran.Questionnaires;

/// <summary>
/// Reads a questionnaire out of a file of any tool that is known here. What it is, its first bytes say and not its name. Whatever the file
/// holds, it gives a questionnaire and a report or a <see cref="RuleViolationException"/>.
/// </summary>
public static class QuestionnaireFile
{
    /// <summary>Endings that browsers offer.</summary>
    public const string Endings = ".lss,.lsa,.xlsx,.xls,.json,.qsf";

    public static ImportedQuestionnaire Read(string path, string fileName)
    {
        using FileStream file = File.OpenRead(path);
        return Read(file, fileName);
    }

    /// <param name="stream">Can seek.</param>
    /// <param name="fileName">What it is called when it does not say itself.</param>
    public static ImportedQuestionnaire Read(Stream stream, string fileName)
    {
        if (stream.Length > ImportLimits.MaxBytes)
            throw new RuleViolationException("interchange.too-large", LossNotes.TooLarge, null, ImportLimits.MaxBytes / 1_000_000);
        string name = Path.GetFileNameWithoutExtension(fileName) is { Length: > 0 } given ? given : "?";
        Span<byte> magic = stackalloc byte[8];
        int got = stream.ReadAtLeast(magic, 8, throwOnEndOfStream: false);
        stream.Position = 0;
        if (got >= 4 && magic[..4].SequenceEqual("PK\u0003\u0004"u8)) return Zipped(stream, name);
        if (got == 8 && magic.SequenceEqual(new byte[] { 0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A,
            0xE1 })) return XlsFormReader.Read(stream, name);
        int start = got >= 3 && magic[..3].SequenceEqual(Encoding.UTF8.Preamble) ? 3 : 0;
        while (start < got && magic[start] is (byte)' ' or (byte)'\n' or (byte)'\r' or (byte)'\t') start++;
        return start < got && magic[start] == '<' ? LssReader.Read(LssDocument.Read(stream), name)
            : start == got && got == 8 || start < got && magic[start] == '{' ? Json(stream, name)
            : throw new RuleViolationException("interchange.no-tool", LossNotes.NoTool);
    }

    private static ImportedQuestionnaire Zipped(Stream stream, string name)
    {
        try
        {
            using var archive = new ZipArchive(stream, ZipArchiveMode.Read, leaveOpen: true);
            ImportLimits.Check(archive, stream.Length);
            if (LsaArchive.Is(archive)) return LsaArchive.Read(archive, name);
            if (archive.GetEntry("xl/workbook.xml") is null) throw new RuleViolationException("interchange.no-tool", LossNotes.NoTool);
        }
        catch (Exception broken) when (broken is InvalidDataException or OverflowException or IOException or NotSupportedException
            or ArgumentException)
        {
            throw ImportLimits.Damaged("ZIP");
        }
        stream.Position = 0;
        return XlsFormReader.Read(stream, name);
    }

    private static ImportedQuestionnaire Json(Stream stream, string name)
    {
        try
        {
            using var document = JsonDocument.Parse(stream,
                new() { MaxDepth = ImportLimits.DeepestJson, CommentHandling = JsonCommentHandling.Skip });
            JsonElement root = document.RootElement;
            return CadranJsonFile.Is(root) ? CadranJsonFile.Read(root, name)
                : QsfReader.Is(root) ? QsfReader.Read(root, name)
                : SurveyJsReader.Is(root) ? SurveyJsReader.Read(root, name)
                : throw new RuleViolationException("interchange.no-tool", LossNotes.NoTool);
        }
        catch (JsonException broken)
        {
            throw ImportLimits.Damaged($"JSON {broken.LineNumber + 1}:{broken.BytePositionInLine + 1}");
        }
        catch (InvalidOperationException)
        {
            // A text that is half of a character.
            throw ImportLimits.Damaged("JSON");
        }
    }
}
