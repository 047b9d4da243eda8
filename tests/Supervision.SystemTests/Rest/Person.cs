using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;

namespace Supervision.SystemTests.Rest;

/// <summary>What came back: the status, the JSON, and the headers that matter.</summary>
internal sealed record Answer(HttpStatusCode Status, JsonElement Body, string? Tag, string? Position)
{
    public string? Code => Body.ValueKind is JsonValueKind.Object && Body.TryGetProperty("code", out var code) ? code.GetString() : null;

    public JsonElement this[string name] => Body.GetProperty(name);

    public Answer ShouldBe(HttpStatusCode status)
    {
        Status.Should().Be(status, Body.ValueKind is JsonValueKind.Undefined ? "it was answered nothing" : "it was answered {0}", Body);
        return this;
    }

    public Answer ShouldBeDone() => ShouldBe(HttpStatusCode.OK);
}

/// <summary>Somebody who has signed in and speaks REST alone.</summary>
internal sealed partial class Person(Uri url, string account, string token)
{
    private static readonly HttpClient Http = new();

    private int _keys;

    public string Account => account;

    public static async Task<Person> SignInAsync(Uri url, string account, string password)
    {
        var answer = await new Person(url, account, "").SendAsync(HttpMethod.Post, "session", new { account, password });
        return new Person(url, account, answer.ShouldBeDone()["token"].GetString()!);
    }

    public Task<Answer> GetAsync(string path, string? tag = null) => SendAsync(HttpMethod.Get, path, tag: tag);

    /// <param name="key">One of this person's own when left out: another intention.</param>
    public Task<Answer> PostAsync(string path, object? body = null, string? key = null) =>
        SendAsync(HttpMethod.Post, path, body, key ?? NewKey());

    public Task<Answer> PutAsync(string path, object body, string? key = null) => SendAsync(HttpMethod.Put, path, body, key ?? NewKey());

    public string NewKey() => $"{account}-{Interlocked.Increment(ref _keys)}";

    /// <summary>The connection of live updates, for the caller to read and close.</summary>
    public async Task<HttpResponseMessage> FollowAsync()
    {
        using var request = Request(HttpMethod.Get, "live");
        return (await Http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead)).EnsureSuccessStatusCode();
    }

    private async Task<Answer> SendAsync(HttpMethod method, string path, object? body = null, string? key = null, string? tag = null)
    {
        using var request = Request(method, path);
        request.Content = body switch
        {
            null => null,
            byte[] bytes => new ByteArrayContent(bytes) { Headers = { ContentType = new MediaTypeHeaderValue("text/markdown") } },
            string json => new StringContent(json, Encoding.UTF8, "application/json"),
            _ => JsonContent.Create(body),
        };
        if (key is not null)
            request.Headers.Add("Idempotency-Key", key);
        if (tag is not null)
            request.Headers.TryAddWithoutValidation("If-None-Match", tag);

        using var answer = await Http.SendAsync(request);
        var text = await answer.Content.ReadAsStringAsync();
        var position = answer.Headers.TryGetValues("X-Feed-Position", out var positions) ? positions.Single() : null;
        return new Answer(
            answer.StatusCode, text.Length == 0 ? default : JsonElement.Parse(text), answer.Headers.ETag?.ToString(), position);
    }

    private HttpRequestMessage Request(HttpMethod method, string path)
    {
        var request = new HttpRequestMessage(method, new Uri(url, $"/api/v1/{path}"));
        if (token.Length > 0)
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return request;
    }
}
