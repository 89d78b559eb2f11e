using System.IO.Compression;

namespace Cadran.Questionnaires;

/// <summary>An archive of LimeSurvey (.lsa): its questionnaire and, where there are some, the answers.</summary>
internal static class LsaArchive
{
    public static bool Is(ZipArchive archive) => archive.Entries.Any(e => e.Name.EndsWith(".lss", StringComparison.OrdinalIgnoreCase));

    public static ImportedQuestionnaire Read(ZipArchive archive, string fileName)
    {
        LssDocument survey = Part(archive, ".lss") ?? throw new RuleViolationException("interchange.no-tool", LossNotes.NoTool);
        return LssReader.Read(survey, fileName, Part(archive, "_responses.lsr"));
    }

    private static LssDocument? Part(ZipArchive archive, string ending) =>
        archive.Entries.FirstOrDefault(e => e.Name.EndsWith(ending, StringComparison.OrdinalIgnoreCase)) is { } entry
            ? LssDocument.Read(new MemoryStream(ImportLimits.Bytes(entry))) : null;
}
