using System.Globalization;
using Cadran.Csv;

namespace Cadran.Catalogue;

/// <summary>A file that could not be read to its end, and why: two messages with their arguments, where and what.</summary>
public sealed record UnreadableFile(
    string Name, string Code, string Where, IReadOnlyList<string> WhereArgs, string Message, IReadOnlyList<string> Args)
{
    internal static UnreadableFile From(GivenFile file, CsvError error) =>
        new(file.Name, error.Code, error.WhereMessage, Texts(error.WhereArgs), error.Message, Texts(error.Args));

    private static string[] Texts(IReadOnlyList<object> args) =>
        [.. args.Select(a => Convert.ToString(a, CultureInfo.InvariantCulture) ?? "")];
}
