using System.Net;
using AngleSharp.Html.Parser;

namespace Cadran.Tests.Support;

/// <summary>A browser without JavaScript: cookies, redirects, forms. What it shows is a <see cref="Page"/>.</summary>
public sealed class Browser
{
    private readonly HttpClient client;
    private readonly CookieContainer cookies = new();
    private readonly Uri address;

    public Browser(Uri address, string language, CookieContainer? cookies = null)
    {
        this.address = address;
        if (cookies is not null) this.cookies = cookies;
        client =
            new HttpClient(new HttpClientHandler { CookieContainer = this.cookies, AllowAutoRedirect = true }) { BaseAddress = address };
        client.DefaultRequestHeaders.AcceptLanguage.ParseAdd(language);
    }

    /// <summary>The same session in another browser: what one is told once after a form, the other does not take away.</summary>
    public Browser Copy(string language)
    {
        var own = new CookieContainer();
        foreach (Cookie cookie in cookies.GetCookies(address)) own.Add(cookie);
        return new(address, language, own);
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
