using System.Security.Cryptography;
using Supervision.Tests.Ledger;

namespace Supervision.SystemTests.Rest;

/// <summary>The silos and gateways of a cluster, with what each is told of it.</summary>
/// <param name="settings">What silos and gateways are told beside their keys.</param>
internal sealed class ClusterProcesses(TemporaryFolder folder, string redis, IReadOnlyDictionary<string, string>? settings = null)
{
    private readonly Dictionary<string, string> _gateway = new(settings ?? new Dictionary<string, string>())
    {
        ["SUPERVISION_GATEWAY_KEY"] = NewKey(),
    };

    private readonly string _systemKey = NewKey();

    /// <summary>Never the system's key: a gateway cannot pose as the clock.</summary>
    public IReadOnlyDictionary<string, string> ForGateway => _gateway;

    private Dictionary<string, string> ForSilos => new(_gateway)
    {
        ["SUPERVISION_SYSTEM_KEY"] = _systemKey,
        ["SUPERVISION_REDIS"] = redis,
        ["SUPERVISION_SEAL_FOLDER"] = folder.At("seals"),
        ["SUPERVISION_HEALTH_URL"] = $"http://127.0.0.1:{Server.FreePort()}",
    };

    /// <summary>Makes the store; what it says holds the first passwords.</summary>
    public async Task<string> InitAsync() =>
        (await new CommandLine(folder.Path, ForSilos).RunAsync("Supervision.Silo", ["init"])).ShouldBeDone().Said;

    public async Task<ChildProcess> StartSiloAsync()
    {
        var told = ForSilos;
        var silo = ChildProcess.Start("Supervision.Silo", folder.Path, [], told);
        await Server.WaitForAsync(silo, new Uri(told["SUPERVISION_HEALTH_URL"] + "/health/ready"));
        return silo;
    }

    public Task<Server> StartGatewayAsync(string data) =>
        Server.StartAsync(folder.Path, _gateway, null, "--redis", redis, "--data", data);

    public static async Task<(Person System, Person Security)> TakeOverAsync(Uri url, string said) => (
        await Founding.TakeOverAsync(url, "sysadmin", Founding.PasswordIn(said, "sysadmin")),
        await Founding.TakeOverAsync(url, "secadmin", Founding.PasswordIn(said, "secadmin")));

    private static string NewKey() => Convert.ToBase64String(RandomNumberGenerator.GetBytes(32));
}
