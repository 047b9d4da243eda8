using System.Net;
using System.Text.Json;

namespace Supervision.Api.Operations;

/// <summary>Where the server that holds a data folder listens, and the token for whoever may read that folder.</summary>
internal sealed record ServerFile(string Url, int Pid, string Token)
{
    private static readonly string Name = "server.json";

    private static readonly TimeSpan AnswerMax = TimeSpan.FromSeconds(3);

    public static Task WriteAsync(DataFolder folder, ServerFile server, CancellationToken cancellation) =>
        PrivateFile.WriteAsync(folder.File(Name), JsonSerializer.Serialize(server, ApiJson.Options), cancellation);

    public static void Remove(DataFolder folder) => File.Delete(folder.File(Name));

    /// <summary>The server that runs on this folder and answers, or null. A file that a crash left behind answers nothing.</summary>
    public static async Task<ServerFile?> FindRunningAsync(DataFolder folder, CancellationToken cancellation)
    {
        if (!File.Exists(folder.File(Name)))
            return null;

        try
        {
            var server = JsonSerializer.Deserialize<ServerFile>(await File.ReadAllTextAsync(folder.File(Name), cancellation), ApiJson.Options);
            using var http = new HttpClient { Timeout = AnswerMax };
            using var answer = await http.GetAsync(new Uri(new Uri(server!.Url), "/health/live"), cancellation);
            return answer.StatusCode is HttpStatusCode.OK ? server : null;
        }
        catch (Exception problem) when (problem is HttpRequestException or IOException or JsonException or TaskCanceledException)
        {
            cancellation.ThrowIfCancellationRequested();
            return null;
        }
    }
}
