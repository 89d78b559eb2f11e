using System.Text;

namespace Cadran.Questionnaires;

/// <summary>Options as numbers in the order in which they were offered, from 0.</summary>
internal sealed class OptionCoder : AnswerCoder
{
    private readonly byte[][] codes;

    private OptionCoder(IReadOnlyList<string> names, bool byOption)
    {
        (Names, ByOption) = (names, byOption);
        codes = [.. names.Select(Encoding.UTF8.GetBytes)];
    }

    public override bool ByOption { get; }
    public override IReadOnlyList<string> Names { get; }

    /// <summary>Null when there are more options than a column holds codes; such a question is not analysed.</summary>
    public static OptionCoder? Of(IReadOnlyList<QuestionOption> options, bool byOption) =>
        options.Count > MostCodes ? null : new OptionCoder([.. options.Select(o => o.Code)], byOption);

    public override int Word(ReadOnlySpan<byte> word)
    {
        for (int i = 0; i < codes.Length; i++)
            if (word.SequenceEqual(codes[i])) return i;
        return -1;
    }
}
