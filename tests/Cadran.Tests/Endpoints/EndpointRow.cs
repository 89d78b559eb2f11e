using Cadran.People;
using Cadran.Tests.Support;

namespace Cadran.Tests.Endpoints;

/// <summary>
/// A line of <c>endpoints.txt</c>: what the program answers at, which right it needs, and an address to try it at.
/// </summary>
/// <param name="Key">Method, route and page handler, as the program names them.</param>
/// <param name="Need">A <see cref="Right"/>, or one of the words explained at the top of the file.</param>
/// <param name="Address">Where to try it; {names} stand for objects of organisation A.</param>
/// <param name="Status">What those who may get, where it is not the usual.</param>
public sealed record EndpointRow(string Key, string Need, string Address, int? Status)
{
    public static string File { get; } = Path.Combine(Sources.Root, "tests", "Cadran.Tests", "Endpoints", "endpoints.txt");

    public static IReadOnlyList<EndpointRow> All { get; } =
        [.. System.IO.File.ReadAllLines(File).Select(l => l.Trim()).Where(l => l.Length > 0 && l[0] != '#').Select(Read)];

    public string Route => Key.Split(' ')[1];

    public bool IsPost => Key.StartsWith("POST ", StringComparison.Ordinal);

    /// <summary>The names in the address, in order: each is an object that belongs to somebody.</summary>
    public IEnumerable<string> Objects => Address.Split('{').Skip(1).Select(part => part[..part.IndexOf('}', StringComparison.Ordinal)]);

    private bool BelongsToSomebody => Objects.Any();

    /// <summary>What the answer must be: open, sign in first, 403 or 404.</summary>
    public string ExpectedFor(Visitor visitor)
    {
        if (Need == "nobody") return "404";
        if (Need == "key") return "401";
        if (Need == "anybody") return "open";
        if (visitor.Role is not { } role) return "sign in";
        if (Need == "account") return "open";
        if (visitor.Foreign && BelongsToSomebody) return "404";
        if (Need == "starter") return role is Role.Analyst or Role.Administrator ? "open" : "403";
        bool atTop = Need.EndsWith(" at the top", StringComparison.Ordinal);
        Right right = Enum.Parse<Right>(Need.Split(' ')[0]);
        return role.Includes(right) && (visitor.Top || !atTop) ? "open" : "403";
    }

    public override string ToString() => Key;

    private static EndpointRow Read(string line)
    {
        string[] cells = [.. line.Split(" | ").Select(c => c.Trim())];
        return new(cells[0], cells[1], cells[2],
            cells.Length > 3 ? int.Parse(cells[3], System.Globalization.CultureInfo.InvariantCulture) : null);
    }
}

/// <summary>Somebody who tries every endpoint.</summary>
/// <param name="Role">Null for somebody who is not signed in.</param>
/// <param name="Foreign">Of organisation B.</param>
/// <param name="Top">Of the organisation above A and B.</param>
public sealed record Visitor(string Name, Role? Role, HttpClient Client, string Token, bool Foreign = false, bool Top = false);
