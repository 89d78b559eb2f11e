using Cadran.Insight;
using Microsoft.Extensions.Localization;

namespace Cadran.Web.Files;

/// <summary>Answers person by person as an SPSS system file, with the words of every number and the kinds of no answer.</summary>
public static class PeopleSav
{
    public static async Task WriteAsync(Stream to, PeopleTable table, string language, string title, DateTime made,
        IStringLocalizer<Text> text, CancellationToken ct)
    {
        IReadOnlyList<PeopleColumn> columns = PeopleColumn.Of(table, language);
        var sample = SampleColumns.All(table);
        SavVariable[] variables = [.. columns.Select(c => Variable(c, text)), .. sample.Select(s => Variable(s.Name, text))];
        var sav = new SavWriter(to, variables, table.Rows, title, made, table.IsWeighted ? SampleColumns.Weight : null);
        byte[][] codes = [.. columns.Select(Codes)];
        sbyte[][] answers = [.. columns.Select(_ => new sbyte[PeopleTable.Portion])];
        for (int first = 0; first < table.Rows; first += PeopleTable.Portion)
        {
            int rows = table.Read(first, answers);
            for (int i = 0; i < rows; i++)
            {
                for (int variable = 0; variable < codes.Length; variable++)
                {
                    int answer = answers[variable][i];
                    sav.Small(codes[variable][answer < 0 ? codes[variable].Length + answer : answer]);
                }
                foreach (var (_, of) in sample) sav.Number(of(first + i));
                await sav.EndCaseAsync(ct);
            }
        }
        await sav.EndAsync();
    }

    private static SavVariable Variable(PeopleColumn column, IStringLocalizer<Text> text) => new(column.Name, column.Label)
    {
        Measure = column.Variable.Option is null ? SavMeasure.Ordinal : SavMeasure.Nominal,
        Labels =
        [
            .. NoAnswerNumber.All.Select(n => ((double)n.Number, text[n.Means].Value)),
            .. column.Words.OrderBy(w => w.Key).Select(w => ((double)w.Key, w.Value)),
        ],
        Missing = (NoAnswerNumber.Lowest, NoAnswerNumber.Highest),
    };

    private static SavVariable Variable(string name, IStringLocalizer<Text> text) => new(name, name switch
    {
        SampleColumns.Weight => text["Weight of the answer"],
        SampleColumns.Stratum => text["Stratum of the sample; another number in each file"],
        SampleColumns.Cluster => text["Cluster of the sample; another number in each file"],
        _ => text["Size of the population in the stratum"],
    })
    {
        Measure = name is SampleColumns.Stratum or SampleColumns.Cluster ? SavMeasure.Nominal : SavMeasure.Scale,
        Decimals = name == SampleColumns.Weight ? 6 : 0,
    };

    // Every answer of a closed question is a whole number near zero: one byte, known before the first case.
    private static byte[] Codes(PeopleColumn column) =>
    [
        .. column.Variable.Values.Select(v => SavWriter.CodeOf(v.Number)),
        .. Enumerable.Range(-5, 5).Select(kind =>
            NoAnswerNumber.All.FirstOrDefault(n => (int)n.Kind == kind) is { } none ? SavWriter.CodeOf(none.Number) : (byte)0),
    ];
}
