using System.Collections.Frozen;
using System.Text;
using Cadran.Statistics;

namespace Cadran.Questionnaires;

/// <summary>
/// A kind of no value as answers and files write it and as people read it. They have different denominators and are never merged.
/// <see cref="NoValue.Missing"/> has no code: such an answer is absent.
/// </summary>
public sealed class NoValueCode
{
    public static readonly NoValueCode NotApplicable =
        new(NoValue.NotApplicable, "na", "does not apply to the person", 0) { Offer = "Does not apply to me" };
    public static readonly NoValueCode DontKnow =
        new(NoValue.DontKnow, "dk", "don’t know", 8, 9, 88, 98, 99) { Offer = "I do not know" };
    public static readonly NoValueCode Refused =
        new(NoValue.Refused, "refused", "did not want to answer") { Offer = "I prefer not to say" };
    public static readonly NoValueCode NotAsked = new(NoValue.NotAsked, "skipped", "was not asked");

    private static readonly NoValueCode[] Every = [NotApplicable, DontKnow, Refused, NotAsked];

    private readonly byte[] bytes;
    private readonly int[] numbers;

    private NoValueCode(NoValue kind, string code, string means, params int[] numbers)
    {
        (Kind, Code, Means, this.numbers) = (kind, code, means, numbers);
        bytes = Encoding.UTF8.GetBytes(code);
    }

    public static IReadOnlyList<NoValueCode> All => Every;

    /// <summary>Those that a question may offer instead of an answer.</summary>
    public static IReadOnlyList<NoValueCode> Offerable { get; } = [NotApplicable, DontKnow, Refused];

    /// <summary>What files write where nothing was recorded, whatever its case. An empty cell always means it.</summary>
    public static FrozenSet<string> NothingRecorded { get; } =
        new[] { "NA", "N/A", "NULL", "NONE", "." }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    public NoValue Kind { get; }

    /// <summary>What stands in stored answers and maps of files instead of an answer; no option has this code.</summary>
    public string Code { get; }

    /// <summary>What it says of a person: English, the key of its translations.</summary>
    public string Means { get; }

    /// <summary>What a person chooses who means it: English, the key of its translations; empty where no page offers it.</summary>
    public string Offer { get; private init; } = "";

    public static NoValueCode? Find(string code)
    {
        foreach (NoValueCode one in Every)
            if (one.Code == code) return one;
        return null;
    }

    /// <summary>As <see cref="Find(string)"/>, for UTF-8.</summary>
    public static NoValueCode? Find(ReadOnlySpan<byte> code)
    {
        foreach (NoValueCode one in Every)
            if (code.SequenceEqual(one.bytes)) return one;
        return null;
    }

    public static NoValueCode? Of(NoValue kind) => Every.FirstOrDefault(one => one.Kind == kind);

    /// <summary>What a number off the scale usually stands for in files of others; null for one that is no such custom.</summary>
    public static NoValueCode? UsuallyWritten(int number) => Every.FirstOrDefault(one => one.numbers.Contains(number));
}
