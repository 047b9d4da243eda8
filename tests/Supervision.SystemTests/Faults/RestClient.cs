using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;

namespace Supervision.SystemTests.Faults;

/// <summary>The people of the office as programs: signed in with bearer tokens, each command with its key.</summary>
internal sealed class RestClient(Uri server) : IConnection
{
    private const string Clerk = "clerk";
    private const string Director = "director";
    private const string Liaison = "education.liaison";

    private readonly HttpClient _http = new(new SocketsHttpHandler { UseProxy = false }) { BaseAddress = server };
    private readonly Dictionary<string, string> _tokens = [];

    public async Task<bool> IsLiveAsync(CancellationToken cancellation)
    {
        try
        {
            using var answer = await _http.GetAsync("/health/live", cancellation);
            return answer.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    public async Task SignInAsync(string password)
    {
        foreach (var account in (string[])[Clerk, Director, Liaison])
        {
            using var answer = await _http.PostAsJsonAsync("/api/v1/session", new { account, password });
            answer.EnsureSuccessStatusCode();
            _tokens[account] = (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("token").GetString()!;
        }
    }

    public Task<string> AskAsync(string line) => line.Split(' ') switch
    {
        ["acknowledge", var task] => AcknowledgeAsync(task),
        ["report", var task, var key] => PostAsync(Liaison, $"/{task}/reports", key, new { percent = 30, text = "两座已开工，一座正在选址" }),
        ["review", var task, var key] => PostAsync(Clerk, $"/{task}/report-review", key, new { passed = true }),
        ["mail-to", var address] => MailToAsync(address),
        ["inbox"] => InboxAsync(),
        _ => Task.FromResult("failed not understood"),
    };

    // Shared by all workers of a victim; the pool below goes with the process.
    public void Dispose() { }

    private async Task<string> AcknowledgeAsync(string task)
    {
        var authority = new { basis = "市政府常务会议决定", by = "市政府", reference = "纪要〔2026〕1号", on = "2026-02-27", scope = "全市" };
        var dueOn = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime).AddDays(200);
        await PostAsync(Clerk, "", $"register-{task}", new
        {
            task,
            title = "建设城市书房",
            content = "年内建成三座",
            supervision = "Special",
            source = "Meeting",
            cadence = "Monthly",
            authority,
        });
        await PostAsync(Director, $"/{task}/decisions", "approve", new { verdict = "Approved" });
        await PostAsync(Clerk, $"/{task}/assignment", "assign", new
        {
            assignment = new { lead = "education", responsible = Array.Empty<string>(), cooperating = Array.Empty<string>(), dueOn },
        });
        return await PostAsync(Liaison, $"/{task}/acknowledgement", "acknowledge", new { });
    }

    // Around the clock, so that the test does not depend on the day it runs.
    private async Task<string> MailToAsync(string address)
    {
        using var request = As(Liaison, HttpMethod.Put, "/api/v1/notices/settings");
        request.Content = JsonContent.Create(new
        {
            address,
            times = new[] { "09:00:00" },
            quietFrom = "00:00:00",
            quietTo = "00:00:00",
            urgentAtOnce = true,
            throughQuietFromRung = (int?)null,
            notByMail = Array.Empty<string>(),
            everyDay = true,
        });
        using var answer = await _http.SendAsync(request);
        return answer.IsSuccessStatusCode ? "done 0" : $"refused {await answer.Content.ReadAsStringAsync()}";
    }

    /// <summary>The ids of the urgent notices of the liaison, with commas between.</summary>
    private async Task<string> InboxAsync()
    {
        using var request = As(Liaison, HttpMethod.Get, "/api/v1/notices?limit=200");
        using var answer = await _http.SendAsync(request);
        answer.EnsureSuccessStatusCode();
        var page = await answer.Content.ReadFromJsonAsync<JsonElement>();
        return string.Join(',', page.GetProperty("items").EnumerateArray()
            .Where(item => item.GetProperty("weight").GetString() == "Urgent").Select(item => item.GetProperty("id").GetString()));
    }

    private HttpRequestMessage As(string account, HttpMethod method, string address)
    {
        var request = new HttpRequestMessage(method, address);
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", _tokens[account]);
        return request;
    }

    private async Task<string> PostAsync(string account, string address, string key, object body)
    {
        try
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, $"/api/v1/tasks{address}") { Content = JsonContent.Create(body) };
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", _tokens[account]);
            request.Headers.Add("Idempotency-Key", key);
            using var answer = await _http.SendAsync(request);
            var text = await answer.Content.ReadAsStringAsync();
            if (answer.StatusCode >= HttpStatusCode.InternalServerError) return $"failed {text}";
            return answer.IsSuccessStatusCode
                ? $"done {JsonElement.Parse(text).GetProperty("version").GetInt64()}"
                : $"refused {text}";
        }
        catch (HttpRequestException e)
        {
            throw new IOException("The server is down.", e);
        }
    }
}
