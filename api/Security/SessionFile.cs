using System.Text.Json;

namespace Supervision.Api.Security;

/// <summary>Carries open sessions over an orderly restart. After a crash there is no file, and people sign in again.</summary>
internal sealed class SessionFile(SessionRegister register, DataFolder folder) : IHostedService
{
    private string Path => folder.File("sessions.json");

    public Task StartAsync(CancellationToken cancellationToken)
    {
        if (!File.Exists(Path))
            return Task.CompletedTask;

        // Gone at once: a session that ends from now on must not come back from an old file after a crash.
        var text = File.ReadAllText(Path);
        File.Delete(Path);
        try
        {
            register.Resume(JsonSerializer.Deserialize<IReadOnlyList<Session>>(text, ApiJson.Options) ?? []);
        }
        catch (JsonException)
        {
            // A torn file is as good as none: people sign in again.
        }

        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) =>
        PrivateFile.WriteAsync(Path, JsonSerializer.Serialize(register.All, ApiJson.Options), cancellationToken);
}
