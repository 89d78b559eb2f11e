using System.Buffers;
using System.Globalization;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Html;

namespace Cadran.Web.Respondent;

/// <summary>
/// A page rendered once to bytes with open places. A view marks them with <see cref="If"/>, <see cref="End"/> and <see cref="Text"/>;
/// showing the page to somebody is copying bytes. The page without any answers is kept ready, compressed.
/// </summary>
public sealed class AnswerTemplate
{
    // Nobody can write a mark in a question: it holds a number drawn at every start.
    private static readonly string Mark = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(12));

    private readonly List<Part> parts;

    private sealed record Part(byte[]? Bytes, string Kind = "", string Name = "", string Code = "", string Value = "")
    {
        /// <summary>Where to go on when the condition does not hold.</summary>
        public int Otherwise { get; set; }
    }

    public AnswerTemplate(string html)
    {
        parts = Parts(html);
        Blank = Fill(parts, new Nothing());
        BlankBrotli = Compress(Blank, stream => new BrotliStream(stream, CompressionLevel.SmallestSize));
        BlankGzip = Compress(Blank, stream => new GZipStream(stream, CompressionLevel.SmallestSize));
    }

    public byte[] Blank { get; }
    public byte[] BlankBrotli { get; }
    public byte[] BlankGzip { get; }

    public static IHtmlContent If(string condition, string code = "", string value = "") => Place("if", condition, code, value);
    public static IHtmlContent End() => Place("end");
    /// <summary>An answer or a fact in a text of the author's: <see cref="Piping"/>.</summary>
    public const string Piped = "{}";

    /// <summary>Parts that come in an order of each person's own: <see cref="Piece"/>s up to an <see cref="End"/>.</summary>
    public static IHtmlContent Shuffle(string group) => Place("shuffle", "", group, "");

    /// <summary>One of the parts of a <see cref="Shuffle"/>, up to an <see cref="End"/>.</summary>
    public static IHtmlContent Piece(string name) => Place("piece", "", "", name);

    public static IHtmlContent Text(string name, string code = "") => Place("text", name, code, "");

    /// <summary>A piece of an attribute or a tag that is there where the condition holds.</summary>
    public static IHtmlContent Where(string text, string condition, string code, string value = "") =>
        new HtmlString($"{If(condition, code, value)}{HtmlEncoder.Default.Encode(text)}{End()}");

    /// <summary>Rendered markup as somebody sees it who has answered nothing, for pages that are no templates.</summary>
    public static string Unanswered(string html) => Encoding.UTF8.GetString(Fill(Parts(html), new Nothing()));

    public byte[] Fill(ITemplateValues values) => Fill(parts, values);

    private static List<Part> Parts(string html)
    {
        var parts = new List<Part>();
        var open = new Stack<Part>();
        string[] pieces = html.Split(Mark);
        for (int i = 0; i < pieces.Length; i++)
        {
            if (i % 2 == 0)
            {
                if (pieces[i].Length > 0) parts.Add(new Part(Encoding.UTF8.GetBytes(pieces[i])));
                continue;
            }
            string[] words = [.. pieces[i].Split('|').Select(Uri.UnescapeDataString)];
            if (words[0] == "end") { open.Pop().Otherwise = parts.Count; continue; }
            var part = new Part(null, words[0], words[1], words[2], words[3]);
            if (words[0] is "if" or "shuffle" or "piece") open.Push(part);
            parts.Add(part);
        }
        return parts;
    }

    private static byte[] Fill(List<Part> parts, ITemplateValues values)
    {
        var output = new ArrayBufferWriter<byte>(16 * 1024);
        Fill(parts, 0, parts.Count, values, output);
        return output.WrittenSpan.ToArray();
    }

    private static void Fill(List<Part> parts, int from, int to, ITemplateValues values, ArrayBufferWriter<byte> output)
    {
        for (int i = from; i < to; i++)
        {
            Part part = parts[i];
            if (part.Bytes is { } bytes) output.Write(bytes);
            else if (part.Kind == "text")
                output.Write(Encoding.UTF8.GetBytes(HtmlEncoder.Default.Encode(values.Text(part.Name, part.Code))));
            else if (part.Kind == "shuffle")
            {
                var pieces = new List<(Part Piece, int From)>();
                for (int at = i + 1; at < part.Otherwise; at++)
                    if (parts[at] is { Kind: "piece" } piece) { pieces.Add((piece, at + 1)); at = piece.Otherwise - 1; }
                foreach (var (piece, at) in values.InOrder(part.Code, pieces, p => p.Piece.Value))
                    Fill(parts, at, piece.Otherwise, values, output);
                i = part.Otherwise - 1;
            }
            else if (part.Kind == "if" && !values.Is(part.Name, part.Code, part.Value)) i = part.Otherwise - 1;
        }
    }

    private static HtmlString Place(params string[] words) =>
        new(string.Create(CultureInfo.InvariantCulture, $"{Mark}{string.Join('|', words.Select(Uri.EscapeDataString))}{Mark}"));

    private static byte[] Compress(byte[] bytes, Func<Stream, Stream> compressor)
    {
        using var compressed = new MemoryStream();
        using (Stream stream = compressor(compressed)) stream.Write(bytes);
        return compressed.ToArray();
    }

    private sealed class Nothing : ITemplateValues
    {
        // Who has answered nothing, on a page of the staff, sees everything that anybody can be asked.
        public bool Is(string condition, string code, string value) => condition is "shown" or "offered" or "more";
        public string Text(string name, string code) => name == Piped ? $"{{{code}}}" : "";
    }
}
