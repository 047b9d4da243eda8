using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Supervision.Api;

namespace Supervision.Tests.Api;

/// <summary>The whole system as a user starts it: a new demo store in a folder of its own, served on a free port.</summary>
public sealed class RunningSystem : IAsyncLifetime
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("supervision-");
    private EmbeddedSystem? _system;
    private string _password = "";

    public HttpClient Anonymous { get; } = new(new HttpClientHandler { UseCookies = false });

    public async ValueTask InitializeAsync()
    {
        Environment.SetEnvironmentVariable(StoreReading.SealFolderVariable, Path.Combine(_folder.FullName, "seals"));
        var folder = new DataFolder(Path.Combine(_folder.FullName, "data"));
        _system = EmbeddedSystem.Open(folder, StoreChoice.ThereOrDemo, ["http://127.0.0.1:0"]);
        await _system.StartAsync(CancellationToken.None);
        await _system.Filled; // The accounts of the agencies come behind the first answer.
        _password = await DemoPassword.OfAsync(folder, CancellationToken.None);
        Anonymous.BaseAddress = new Uri(_system.App.Urls.First());
    }

    public async ValueTask DisposeAsync()
    {
        Anonymous.Dispose();
        await _system!.DisposeAsync();
        _folder.Delete(recursive: true);
    }

    public Task<HttpClient> AsAsync(string account) => AsAsync(account, _password);

    public async Task<HttpClient> AsAsync(string account, string password)
    {
        using var answer = await Anonymous.PostAsJsonAsync("/api/v1/session", new { account, password });
        var session = await answer.Content.ReadFromJsonAsync<JsonObject>();
        var client = new HttpClient(new HttpClientHandler { UseCookies = false }) { BaseAddress = Anonymous.BaseAddress };
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", session!["token"]!.GetValue<string>());
        return client;
    }
}

/// <summary>Starting one costs seconds; the classes that use it share it and take turns.</summary>
[CollectionDefinition]
public sealed class OneRunningSystem : ICollectionFixture<RunningSystem>;

internal static class Sending
{
    /// <summary>A command with its key; a new one when none is given.</summary>
    public static async Task<HttpResponseMessage> CommandAsync(
        this HttpClient client, HttpMethod method, string address, object? body = null, string? key = null)
    {
        using var request = new HttpRequestMessage(method, address) { Content = body is null ? null : JsonContent.Create(body) };
        request.Headers.Add("Idempotency-Key", key ?? Guid.CreateVersion7().ToString("N"));
        return await client.SendAsync(request);
    }

    public static async Task<string> CodeAsync(this HttpResponseMessage answer) =>
        (await answer.Content.ReadFromJsonAsync<JsonObject>())!["code"]!.GetValue<string>();
}
