using Cadran.Tests.Support;

namespace Cadran.Domain.Tests.Architecture;

/// <summary>A line can be read whole beside another file. Its length does not depend on what it means, so lines are read as text.</summary>
public sealed class LineLengthTests
{
    private const int Longest = 140;

    [Fact]
    public void Lines_HaveAtMost140Characters()
    {
        string[] wrong =
        [
            .. from folder in new[] { "src", "tests", "bench" }
               from pattern in new[] { "*.cs", "*.cshtml", "*.ts" }
               from file in Sources.Files(Path.Combine(Sources.Root, folder), pattern).Order(StringComparer.Ordinal)
               from line in File.ReadLines(file).Index()
               where line.Item.Length > Longest
               select $"{Path.GetRelativePath(Sources.Root, file)}:{line.Index + 1}: {line.Item.Length}",
        ];
        Assert.True(wrong.Length == 0, $"{wrong.Length} lines are too long:\n{string.Join('\n', wrong)}");
    }
}
