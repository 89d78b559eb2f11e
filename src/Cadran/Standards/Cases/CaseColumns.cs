using Cadran.Csv;

namespace Cadran.Standards;

/// <summary>The columns of a file of cases: start and end must be there, pauses, channel and service may.</summary>
internal sealed record CaseColumns(int Start, int End, int? Pauses, int? Channel, int? Service)
{
    public static CaseColumns Of(CsvReader csv)
    {
        int start = Find(csv, "start", "debut", "opened", "received", "ouvert", "recu") ?? csv.Column("start");
        int end = Find(csv, "end", "fin", "closed", "decided", "ferme", "decide") ?? csv.Column("end");
        return new(start, end, Find(csv, "pauses", "pause", "paused"), Find(csv, "channel", "canal"), Find(csv, "service"));
    }

    private static int? Find(CsvReader csv, params string[] names)
    {
        for (int i = 0; i < csv.Header.Count; i++)
            if (names.Contains(FoldedText.Of(csv.Header[i]).Trim())) return i;
        return null;
    }
}
