using System.Collections.Concurrent;
using System.Globalization;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Supervision.Tests.Evidence;

/// <summary>As much of an S3-compatible store as we use, in this process: PUT with its sum, HEAD, GET with a range, DELETE.</summary>
internal sealed class S3Server : IAsyncDisposable
{
    private readonly ConcurrentDictionary<string, byte[]> _objects = new();
    private WebApplication? _app;

    /// <summary>Answers everything with 503 while it is set.</summary>
    public bool IsDown { get; set; }

    /// <summary>Whether the bucket is there. Of a file in none is said what is said of a missing file.</summary>
    public bool HasBucket { get; set; } = true;

    public IEnumerable<string> Names => _objects.Keys;

    public string Url => _app!.Urls.First();

    public static async Task<S3Server> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var server = new S3Server { _app = builder.Build() };
        server._app.Run(server.AnswerAsync);
        await server._app.StartAsync();
        return server;
    }

    public ValueTask DisposeAsync() => _app!.DisposeAsync();

    private Task AnswerAsync(HttpContext http)
    {
        var (name, response) = (http.Request.Path.Value!, http.Response);
        if (IsDown) return ErrorAsync(response, 503, "SlowDown");
        if (!http.Request.Headers.Authorization.ToString().StartsWith("AWS4-HMAC-SHA256 Credential=key/", StringComparison.Ordinal))
            return ErrorAsync(response, 403, "AccessDenied");
        if (!HasBucket) return ErrorAsync(response, 404, "NoSuchBucket");
        if (name.TrimEnd('/') == "/bucket") return Task.CompletedTask;
        if (http.Request.Method == "PUT") return PutAsync(http, name);
        if (http.Request.Method == "DELETE")
        {
            _objects.TryRemove(name, out _);
            response.StatusCode = 204;
            return Task.CompletedTask;
        }

        return _objects.TryGetValue(name, out var bytes) ? GetAsync(http, bytes) : ErrorAsync(response, 404, "NoSuchKey");
    }

    private async Task PutAsync(HttpContext http, string name)
    {
        using var bytes = new MemoryStream();
        await http.Request.Body.CopyToAsync(bytes);
        var sum = Convert.ToBase64String(SHA256.HashData(bytes.ToArray()));
        if (http.Request.Headers["x-amz-checksum-sha256"] != sum)
        {
            await ErrorAsync(http.Response, 400, "BadDigest");
            return;
        }

        _objects[name] = bytes.ToArray();
        http.Response.Headers.ETag = "\"1\"";
    }

    private static Task GetAsync(HttpContext http, byte[] bytes)
    {
        var from = http.Request.Headers.Range.ToString() is { Length: > 0 } range ? int.Parse(range["bytes=".Length..^1], CultureInfo.InvariantCulture) : 0;
        http.Response.StatusCode = from > 0 ? 206 : 200;
        http.Response.ContentLength = bytes.Length - from;
        http.Response.Headers.ETag = "\"1\"";
        return HttpMethods.IsHead(http.Request.Method) ? Task.CompletedTask : http.Response.Body.WriteAsync(bytes.AsMemory(from)).AsTask();
    }

    private static Task ErrorAsync(HttpResponse response, int status, string code)
    {
        response.StatusCode = status;
        response.ContentType = "application/xml";
        return response.HttpContext.Request.Method == "HEAD"
            ? Task.CompletedTask
            : response.WriteAsync($"<Error><Code>{code}</Code><Message>{code}</Message></Error>");
    }
}
