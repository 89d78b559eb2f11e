namespace Cadran.Questionnaires;

/// <summary>What a rule of another tool says, whatever signs it is written in there.</summary>
internal abstract record ForeignExpression
{
    /// <summary>A number or a text.</summary>
    public sealed record Literal(string Text, decimal? Number = null) : ForeignExpression;

    /// <summary>The answer to a question, by its name in the file.</summary>
    public sealed record Name(string Called) : ForeignExpression;

    /// <summary>Operators by their usual sign: and or = != &lt; &lt;= &gt; &gt;= + - * / %, and words such as contains, anyof.</summary>
    public sealed record Binary(string Sign, ForeignExpression Left, ForeignExpression Right) : ForeignExpression;

    public sealed record Not(ForeignExpression Of) : ForeignExpression;

    /// <summary>A function; the tests <c>empty</c> and <c>notempty</c> are some too.</summary>
    public sealed record Call(string Function, IReadOnlyList<ForeignExpression> Args) : ForeignExpression;

    public sealed record List(IReadOnlyList<ForeignExpression> Items) : ForeignExpression;
}
