using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Orleans.Dashboard;
using Supervision.Api;
using Supervision.Language;
using Supervision.Silo.Founding;
using Supervision.Tests.Actors;

namespace Supervision.Tests.Stories;

/// <summary>The gateway before a city whose clock the test moves: people speak REST alone, and a year passes in a second.</summary>
internal sealed class CityGateway : IAsyncDisposable
{
    private const string Password = "Story-2026-pass";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("supervision-story-");
    private readonly WebApplication _app;

    private CityGateway(City city)
    {
        City = city;
        var builder = WebApplication.CreateBuilder();
        builder.WebHost.UseSetting("urls", "http://127.0.0.1:0");
        builder.UseOrleansClient(client => client.UseLocalhostClustering().AddDashboard());
        builder.Services.AddSingleton(city.Grains);
        builder.Services.AddSingleton<TimeProvider>(city.Time);
        builder.Services.AddSingleton(city.Seal);
        builder.AddGateway(new DataFolder(_folder.FullName));
        // The city's own client is connected already, the one of the host would look for another cluster; registers and mail are
        // no part of a story, and would wait for the real clock.
        foreach (var background in builder.Services.Where(service => service.ServiceType == typeof(IHostedService)).ToList())
            builder.Services.Remove(background);
        _app = builder.Build();
        _app.UseGateway();
    }

    public City City { get; }

    public static async Task<CityGateway> OpenAsync()
    {
        var gateway = new CityGateway(await City.FoundAsync());
        await gateway._app.StartAsync();
        return gateway;
    }

    public Task EmployAsync(string account, string name, string agency, Role role, params AgencyCode[] portfolio) =>
        City.Silo.GetRequiredService<AccountsFounder>().OpenAsync(
            new FoundingAccount(new(account), name, new(agency), [role], portfolio), Password, temporary: false);

    /// <summary>Signs in, sends one request and leaves; sessions do not last over the days of a story.</summary>
    public async Task<JsonObject> SendAsync(string account, HttpMethod method, string path, object? body = null, string? onBehalfOf = null)
    {
        using var client = new HttpClient { BaseAddress = new Uri(_app.Urls.First() + "/api/v1/") };
        using var session = await client.PostAsJsonAsync("session", new { account, password = Password });
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue(
            "Bearer", (await session.Content.ReadFromJsonAsync<JsonObject>())!["token"]!.GetValue<string>());
        using var request = new HttpRequestMessage(method, path) { Content = body is null ? null : JsonContent.Create(body) };
        request.Headers.Add("Idempotency-Key", Guid.CreateVersion7().ToString("N"));
        if (onBehalfOf is not null) request.Headers.Add("On-Behalf-Of", onBehalfOf);
        using var answer = await client.SendAsync(request);
        var said = await answer.Content.ReadAsStringAsync();
        answer.IsSuccessStatusCode.Should().BeTrue("{0} {1} by {2} was answered {3}", method, path, account, said);
        return JsonNode.Parse(said)!.AsObject();
    }

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
        await City.DisposeAsync();
        _folder.Delete(recursive: true);
    }
}
