using System.Net;
using System.Net.Sockets;
using AngleSharp.Html.Parser;

namespace Cadran.Tests.Support;

/// <summary>A browser without JavaScript: cookies, redirects, forms. What it shows is a <see cref="Page"/>.</summary>
public sealed class Browser
{
    private readonly HttpClient client;
    private readonly CookieContainer cookies = new();
    private readonly Uri address;

    /// <param name="from">Which of this machine's addresses it asks from, such as 127.0.0.2; the usual one without.</param>
    public Browser(Uri address, string language, CookieContainer? cookies = null, IPAddress? from = null)
    {
        this.address = address;
        if (cookies is not null) this.cookies = cookies;
        client = new HttpClient(new SocketsHttpHandler
        {
            CookieContainer = this.cookies,
            AllowAutoRedirect = true,
            ConnectCallback = from is null ? null : (context, ct) => ConnectAsync(from, context.DnsEndPoint, ct),
        })
        { BaseAddress = address };
        client.DefaultRequestHeaders.AcceptLanguage.ParseAdd(language);
    }

    /// <summary>The same session in another browser: what one is told once after a form, the other does not take away.</summary>
    public Browser Copy(string language)
    {
        var own = new CookieContainer();
        foreach (Cookie cookie in cookies.GetCookies(address)) own.Add(cookie);
        return new(address, language, own);
    }

    private static async ValueTask<Stream> ConnectAsync(IPAddress from, DnsEndPoint to, CancellationToken ct)
    {
        var socket = new Socket(from.AddressFamily, SocketType.Stream, ProtocolType.Tcp);
        socket.Bind(new IPEndPoint(from, 0));
        await socket.ConnectAsync(IPAddress.Parse(to.Host), to.Port, ct);
        return new NetworkStream(socket, ownsSocket: true);
    }

    public Task<Page> Get(string path) => Send(new HttpRequestMessage(HttpMethod.Get, path));

    public Task<Page> Post(string path, IEnumerable<KeyValuePair<string, string>> form) =>
        Send(new HttpRequestMessage(HttpMethod.Post, path) { Content = new FormUrlEncodedContent(form) });

    /// <summary>The same session as bare requests: no redirect is followed, and nothing the server sets is kept.</summary>
    public HttpClient Bare()
    {
        var bare = new HttpClient(new HttpClientHandler { UseCookies = false, AllowAutoRedirect = false }) { BaseAddress = address };
        if (cookies.GetCookieHeader(address) is { Length: > 0 } header) bare.DefaultRequestHeaders.Add("Cookie", header);
        return bare;
    }

    public Task<HttpResponseMessage> Raw(HttpRequestMessage request) => client.SendAsync(request);

    public async Task<Page> Send(HttpRequestMessage request)
    {
        using HttpResponseMessage response = await client.SendAsync(request);
        string text = await response.Content.ReadAsStringAsync();
        string url = response.RequestMessage!.RequestUri!.PathAndQuery;
        return new Page(this, (int)response.StatusCode, url, text, new HtmlParser().ParseDocument(text));
    }
}
