using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Cadran.Collection;
using Cadran.People;
using Cadran.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Cadran.Tests.Api;

/// <summary>A program sends the answers of one person: the same rules as on the pages, once, and on disk.</summary>
public sealed class ResponsePostTests(TestApp app)
{
    private const string Answers = """{"language":"en","answers":{"overall":5,"time":"na","region":"north","channels":["web","desk"]}}""";

    [Fact]
    public async Task Answers_AreTaken_Counted_AndSentAgainCountOnce()
    {
        Wave wave = await WaveData.AddAsync(app);
        string key = await KeyAsync();
        using HttpResponseMessage first = await SendAsync(wave, key, Answers, "1");
        Assert.Equal(HttpStatusCode.Created, first.StatusCode);
        JsonElement taken = await first.Content.ReadFromJsonAsync<JsonElement>();
        Assert.Matches("^([0-9A-Z]{4}-){5}[0-9A-Z]{4}$", taken.GetProperty("receipt").GetString());
        using HttpResponseMessage again = await SendAsync(wave, key, Answers, "1");
        JsonElement repeated = await again.Content.ReadFromJsonAsync<JsonElement>();
        Assert.Equal((HttpStatusCode.OK, true), (again.StatusCode, repeated.GetProperty("repeated").GetBoolean()));
        Assert.Equal(taken.GetProperty("receipt").GetString(), repeated.GetProperty("receipt").GetString());
        using HttpResponseMessage other = await SendAsync(wave, key, Answers, "2");
        Assert.Equal(HttpStatusCode.Created, other.StatusCode);
        var store = app.Services.GetRequiredService<ResponseStore>();
        Assert.Equal(2, await store.CountAsync(wave.Id, default));
        // The receipt is known to the page that checks them.
        Page check = await (await app.Anonymous().Get($"/answer/{wave.Slug}/en/receipt"))
            .Submit(new() { ["receipt"] = taken.GetProperty("receipt").GetString()! });
        Assert.Equal(200, check.Status);
    }

    [Fact]
    public async Task Texts_AreMasked()
    {
        Wave wave = await WaveData.AddAsync(app);
        using HttpResponseMessage sent = await SendAsync(wave, await KeyAsync(),
            """{"language":"en","answers":{"overall":2,"improve":"Call me at 613-555-0123."}}""", "m");
        Assert.True((await sent.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("masked").GetBoolean());
    }

    [Fact]
    public async Task WhatIsWrong_IsToldAltogether_WithThePlace_AndNothingIsStored()
    {
        Wave wave = await WaveData.AddAsync(app);
        string key = await KeyAsync();
        using HttpResponseMessage refused = await SendAsync(wave, key,
            """
            {"language":"en","answers":{"time":9,"region":{"value":"north","height":3},"a/b":1,"channels":[true],
            "improve":"\ud800"}}
            """, "1");
        JsonElement problem = await refused.Content.ReadFromJsonAsync<JsonElement>();
        Assert.Equal((HttpStatusCode)422, refused.StatusCode);
        Assert.Equal("application/problem+json", refused.Content.Headers.ContentType!.MediaType);
        Assert.Equal(["/answers/a~1b NotAQuestion", "/answers/channels NotAnAnswer", "/answers/improve NotAnAnswer",
            "/answers/overall Missing",
            "/answers/region/height NotAPart", "/answers/time NotAnOption"],
            problem.GetProperty("errors").EnumerateArray()
                .Select(e => $"{e.GetProperty("pointer").GetString()} {e.GetProperty("code").GetString()}").Order());
        Assert.Equal(0, await app.Services.GetRequiredService<ResponseStore>().CountAsync(wave.Id, default));
    }

    [Theory]
    [InlineData("{\"language\":\"en\"", 400)]
    [InlineData("{\"language\":\"en\"}", 400)]
    [InlineData("{\"language\":\"en\",\"answers\":{\"overall\":1,\"overall\":2}}", 400)]
    [InlineData("{\"language\":\"xx\",\"answers\":{\"overall\":1}}", 422)]
    [InlineData("[]", 400)]
    public async Task WhatIsNoSuchJson_IsRefused(string body, int status)
    {
        Wave wave = await WaveData.AddAsync(app);
        using HttpResponseMessage refused = await SendAsync(wave, await KeyAsync(), body, "1");
        Assert.Equal((status, "application/problem+json"), ((int)refused.StatusCode, refused.Content.Headers.ContentType!.MediaType));
    }

    [Fact]
    public async Task TooMuch_AndOtherForms_AreRefused()
    {
        Wave wave = await WaveData.AddAsync(app);
        string key = await KeyAsync();
        using HttpResponseMessage large = await SendAsync(wave, key,
            """{"language":"en","answers":{"overall":1,"improve":"@"}}"""
                .Replace("@", new string('a', 300_000), StringComparison.Ordinal), "1");
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, large.StatusCode);
        using HttpResponseMessage form = await SendAsync(wave, key, "overall=5", "1", "application/x-www-form-urlencoded");
        Assert.Equal(HttpStatusCode.UnsupportedMediaType, form.StatusCode);
        using HttpResponseMessage bare = await SendAsync(wave, key, Answers, null);
        Assert.Equal(HttpStatusCode.BadRequest, bare.StatusCode);
    }

    [Fact]
    public async Task Keys_OpenTheirOrganisation_AndNothingAfterTheyEnd()
    {
        Wave wave = await WaveData.AddAsync(app), foreign = await WaveData.AddAsync(app, organisationId: app.OrganisationB);
        string key = await KeyAsync();
        using HttpResponseMessage elsewhere = await SendAsync(foreign, key, Answers, "1");
        Assert.Equal(HttpStatusCode.NotFound, elsewhere.StatusCode);
        using HttpResponseMessage wrong = await SendAsync(wave, key[..^1] + (key[^1] == '0' ? '1' : '0'), Answers, "1");
        Assert.Equal((HttpStatusCode.Unauthorized, "Bearer"), (wrong.StatusCode, wrong.Headers.WwwAuthenticate.ToString()));
        string prefix = key.Split('_')[1];
        await app.Db(db => db.ApiKeys.Where(k => k.Prefix == prefix)
            .ExecuteUpdateAsync(set => set.SetProperty(k => k.EndsOn, WaveData.Today.AddDays(-1))));
        using HttpResponseMessage ended = await SendAsync(wave, key, Answers, "1");
        Assert.Equal(HttpStatusCode.Unauthorized, ended.StatusCode);
    }

    [Fact]
    public async Task AClosedWave_TakesNothing_AndGivesALostReplyAgain()
    {
        Wave wave = await WaveData.AddAsync(app);
        string key = await KeyAsync();
        using HttpResponseMessage first = await SendAsync(wave, key, Answers, "1");
        await app.Db(db => db.Waves.Where(w => w.Id == wave.Id)
            .ExecuteUpdateAsync(set => set.SetProperty(w => w.ClosedAtUtc, TestApp.Now.AtUtc)));
        app.Services.GetRequiredService<Cadran.Web.Respondent.AnswerWaves>().Forget(wave.Slug);
        using HttpResponseMessage late = await SendAsync(wave, key, Answers, "2"), again = await SendAsync(wave, key, Answers, "1");
        Assert.Equal((HttpStatusCode.Conflict, HttpStatusCode.OK), (late.StatusCode, again.StatusCode));
        Assert.Equal((await first.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("receipt").GetString(),
            (await again.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("receipt").GetString());
    }

    [Fact]
    public async Task Wave_SaysWhatItAsks_AndTheDocumentSaysHow()
    {
        Wave wave = await WaveData.AddAsync(app);
        using var request = new HttpRequestMessage(HttpMethod.Get, $"/api/v1/waves/{wave.Id}");
        request.Headers.Authorization = new("Bearer", await KeyAsync());
        using HttpResponseMessage shown = await app.Anonymous().Raw(request);
        JsonElement said = await shown.Content.ReadFromJsonAsync<JsonElement>();
        Assert.True(said.GetProperty("takesAnswers").GetBoolean());
        Assert.Equal(["overall", "time", "region", "channels", "improve"],
            said.GetProperty("questions").EnumerateArray().Select(q => q.GetProperty("code").GetString()));
        using HttpResponseMessage document = await app.Anonymous().Raw(new(HttpMethod.Get, "/api/v1/openapi.json"));
        JsonElement api = await document.Content.ReadFromJsonAsync<JsonElement>();
        Assert.Equal(["/api/v1/waves/{id}", "/api/v1/waves/{id}/responses"],
            api.GetProperty("paths").EnumerateObject().Select(p => p.Name).Order());
        Assert.True(api.GetProperty("paths").GetProperty("/api/v1/waves/{id}/responses").GetProperty("post")
            .TryGetProperty("requestBody", out _));
    }

    private Task<string> KeyAsync() => ApiKeyData.MakeAsync(app, app.OrganisationA);

    private async Task<HttpResponseMessage> SendAsync(Wave wave, string key, string body, string? number, string type = "application/json")
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/api/v1/waves/{wave.Id}/responses")
        {
            Content = new StringContent(body, Encoding.UTF8, type),
        };
        request.Headers.Authorization = new("Bearer", key);
        if (number is not null) request.Headers.Add("Idempotency-Key", number);
        return await app.Anonymous().Raw(request);
    }
}
