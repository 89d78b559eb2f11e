namespace Cadran.Questionnaires;

/// <summary>
/// The answers to one question as small numbers in the columns of a table. Made once per table and asked for each stored answer, whoever
/// reads the JSON around it: what a value is worth is decided here and by no reader.
/// </summary>
public abstract class AnswerCoder
{
    /// <summary>Codes of a column go from 0 to 122; negative ones are kinds of no value.</summary>
    public const int MostCodes = 122;

    /// <summary>Each option has a column of its own, 1 where it was chosen and 0 where not, instead of one column of codes.</summary>
    public virtual bool ByOption => false;

    /// <summary>The code of the first of <see cref="Names"/>; the others follow.</summary>
    public virtual int Lowest => 0;

    /// <summary>What the codes stand for, as it is written in answers: worst first for a rating, else in the order offered.</summary>
    public abstract IReadOnlyList<string> Names { get; }

    /// <summary>The code of a number; −1 when it answers nothing.</summary>
    public virtual int Number(int value) => -1;

    /// <summary>The code of a word in UTF-8, or its column when <see cref="ByOption"/>; −1 when it answers nothing.</summary>
    public virtual int Word(ReadOnlySpan<byte> word) => -1;
}
