using System.Net.Http.Headers;
using System.Text.Json;
using Supervision.Api.Security;
using Supervision.Feeds;
using Supervision.Plans;

namespace Supervision.Api.Operations;

/// <summary>Asks the server that holds the data folder, with the token that it wrote there.</summary>
internal sealed class ServerOperator : IOperator, IDisposable
{
    private readonly HttpClient _http;

    public ServerOperator(ServerFile server)
    {
        // Reading a whole ledger takes as long as it is large.
        _http = new HttpClient { BaseAddress = new Uri(server.Url), Timeout = Timeout.InfiniteTimeSpan };
        _http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue(OperatorToken.Scheme, server.Token);
    }

    public async Task<ImportOutcome> ImportAsync(PlanDraft draft, PlanId? id, CancellationToken cancellation)
    {
        var address = $"{Gateway.ApiPath}/operator/plans" + (id is { } named ? $"?id={named}" : "");
        using var answer = await _http.PostAsJsonAsync(address, draft, ApiJson.Options, cancellation);
        return await ReadAsync<ImportOutcome>(answer, cancellation);
    }

    public async Task<VerifyReport> VerifyAsync(CancellationToken cancellation)
    {
        using var answer = await _http.PostAsync($"{Gateway.ApiPath}/operator/verification", null, cancellation);
        return await ReadAsync<VerifyReport>(answer, cancellation);
    }

    public async Task ExportAsync(Stream target, CancellationToken cancellation)
    {
        using var answer = await _http.GetAsync(
            $"{Gateway.ApiPath}/operator/export", HttpCompletionOption.ResponseHeadersRead, cancellation);
        answer.EnsureSuccessStatusCode();
        await answer.Content.CopyToAsync(target, cancellation);
    }

    public void Dispose() => _http.Dispose();

    private static async Task<T> ReadAsync<T>(HttpResponseMessage answer, CancellationToken cancellation)
    {
        answer.EnsureSuccessStatusCode();
        return await answer.Content.ReadFromJsonAsync<T>(ApiJson.Options, cancellation)
            ?? throw new JsonException("The server answered null.");
    }
}
