using System.Buffers.Text;
using System.Globalization;
using System.Net.Sockets;
using System.Text;

namespace Cadran.Benchmarks;

/// <summary>HTTP/1.1 on one kept-alive socket with as little work as possible, so that the server is what is measured.</summary>
internal sealed class PlainClient : IDisposable
{
    private readonly Socket socket = new(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
    private readonly byte[] buffer = new byte[256 * 1024];
    private string host = "";

    public static async Task<PlainClient> ConnectAsync(Uri address)
    {
        var client = new PlainClient { host = $"{address.Host}:{address.Port}" };
        await client.socket.ConnectAsync(address.Host, address.Port);
        return client;
    }

    public async Task<(string? Location, int Length)> SendAsync(string method, string path, string form, int expected)
    {
        string head = form.Length > 0
            ? string.Create(CultureInfo.InvariantCulture,
                $"Content-Type: application/x-www-form-urlencoded\r\nContent-Length: {form.Length}\r\n")
            : "";
        int bytes = Encoding.ASCII.GetBytes($"{method} {path} HTTP/1.1\r\nHost: {host}\r\n{head}\r\n{form}", buffer);
        await socket.SendAsync(buffer.AsMemory(0, bytes));
        int read = 0, body = -1;
        while (body < 0)
        {
            read += await ReceiveAsync(read);
            body = buffer.AsSpan(0, read).IndexOf("\r\n\r\n"u8);
        }
        int status = Utf8Parser.TryParse(buffer.AsSpan(9, 3), out int code, out _) ? code : 0;
        string headers = Encoding.ASCII.GetString(buffer, 0, body);
        if (status != expected) throw new InvalidOperationException($"{method} {path}: {headers.Split('\r')[0]}");
        int length = int.Parse(Header(headers, "Content-Length") ?? "0", CultureInfo.InvariantCulture);
        while (read < body + 4 + length) read += await ReceiveAsync(read);
        return (Header(headers, "Location"), length);
    }

    private async Task<int> ReceiveAsync(int at) =>
        await socket.ReceiveAsync(buffer.AsMemory(at)) is > 0 and int n
            ? n
            : throw new EndOfStreamException("The server closed the connection.");

    private static string? Header(string headers, string name)
    {
        int at = headers.IndexOf($"\r\n{name}: ", StringComparison.OrdinalIgnoreCase);
        if (at < 0) return null;
        int from = at + name.Length + 4, to = headers.IndexOf('\r', from);
        return to < 0 ? headers[from..] : headers[from..to];
    }

    public void Dispose() => socket.Dispose();
}
