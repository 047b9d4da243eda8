using Supervision.Tests.Ledger;

namespace Supervision.SystemTests.Rest;

/// <summary>A demo store served by a process of its own, with its people signed in. It can be restarted under their feet.</summary>
[CollectionDefinition(Name)]
public sealed class DemoServer : IAsyncLifetime, ICollectionFixture<DemoServer>
{
    public const string Name = "one demo server";

    private readonly TemporaryFolder _folder = new();
    private Server _server = null!;
    private string _password = "";

    internal Dictionary<string, string> Environment => new() { ["SUPERVISION_SEALS"] = _folder.At("seals") };

    internal string Folder => _folder.Path;

    internal string Data => _folder.At("data");

    internal Person Clerk { get; private set; } = null!;

    internal Person Director { get; private set; } = null!;

    internal Person Liaison { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        _server = await Server.StartAsync(Folder, Environment, null, "--data", Data, "--months", "0");
        // The accounts of the agencies are opened behind the start.
        await Server.UntilAsync(() => Task.FromResult(File.Exists(Path.Combine(Data, "demo-accounts.done"))));
        _password = (await File.ReadAllTextAsync(Path.Combine(Data, "demo-password.txt"))).Trim();
        (Clerk, Director, Liaison) = (await SignInAsync("clerk"), await SignInAsync("director"), await SignInAsync("education.liaison"));
    }

    public async ValueTask DisposeAsync()
    {
        await _server.DisposeAsync();
        _folder.Dispose();
    }

    internal Task<Person> SignInAsync(string account) => _server.SignInAsync(account, _password);

    internal TaskOverRest NewTask(string id) => new(id, Clerk, Director, Liaison);

    /// <summary>Stops it in order; <paramref name="meanwhile"/> finds the folder closed; then it serves the same address again.</summary>
    internal async Task<int> RestartAsync(Func<Task> meanwhile)
    {
        var code = await _server.StopAsync();
        await meanwhile();
        var url = _server.Url;
        await _server.DisposeAsync();
        _server = await Server.StartAsync(Folder, Environment, url, "--data", Data);
        return code;
    }
}
