using System.Net.Http.Headers;
using System.Text.Json;
using Supervision.Api.Security;
using Supervision.Plans;

namespace Supervision.Api.Operations;

/// <summary>Asks the server that holds the data folder, with the token that it wrote there.</summary>
internal sealed class ServerOperator : IOperator, IDisposable
{
    private readonly HttpClient _http;

    public ServerOperator(ServerFile server)
    {
        _http = new HttpClient { BaseAddress = new Uri(server.Url) };
        _http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue(OperatorToken.Scheme, server.Token);
    }

    public async Task<ImportOutcome> ImportAsync(PlanDraft draft, PlanId? id, CancellationToken cancellation)
    {
        var address = $"{Gateway.ApiPath}/operator/plans" + (id is { } named ? $"?id={named}" : "");
        using var answer = await _http.PostAsJsonAsync(address, draft, ApiJson.Options, cancellation);
        answer.EnsureSuccessStatusCode();
        return await answer.Content.ReadFromJsonAsync<ImportOutcome>(ApiJson.Options, cancellation)
            ?? throw new JsonException("The server answered null.");
    }

    public void Dispose() => _http.Dispose();
}
