using System.Net;
using System.Security.Cryptography;
using Supervision.SystemTests.Ledger;
using Supervision.Tests.Ledger;

namespace Supervision.SystemTests.Rest;

/// <summary>Redis, two silos and a gateway, each a process of its own; then one silo leaves.</summary>
public sealed class ClusterTests(RedisServer redis) : IClassFixture<RedisServer>, IDisposable
{
    private static readonly TimeSpan PollInterval = TimeSpan.FromMilliseconds(300);
    private static readonly int TriesMax = 100;

    private readonly TemporaryFolder _folder = new();

    private readonly Dictionary<string, string> _keys = new()
    {
        ["SUPERVISION_GATEWAY_KEY"] = Convert.ToBase64String(RandomNumberGenerator.GetBytes(32)),
        ["SUPERVISION_SYSTEM_KEY"] = Convert.ToBase64String(RandomNumberGenerator.GetBytes(32)),
    };

    private Dictionary<string, string> ForSilos => new(_keys)
    {
        ["SUPERVISION_REDIS"] = redis.Connection,
        ["SUPERVISION_SEAL_FOLDER"] = _folder.At("seals"),
        ["SUPERVISION_HEALTH_URL"] = $"http://127.0.0.1:{Server.FreePort()}",
    };

    // Never the system's key: a gateway cannot pose as the clock.
    private Dictionary<string, string> ForGateway => new() { ["SUPERVISION_GATEWAY_KEY"] = _keys["SUPERVISION_GATEWAY_KEY"] };

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_task_goes_on_when_a_silo_leaves()
    {
        var said = (await new CommandLine(_folder.Path, ForSilos).RunAsync("Supervision.Silo", ["init"])).ShouldBeDone().Said;
        await using var leaving = await StartSiloAsync();
        await using var staying = await StartSiloAsync();
        await using var gateway = await Server.StartAsync(_folder.Path, ForGateway, null, "--redis", redis.Connection, "--data", "gateway");
        var (clerk, director, liaison) = await OpenPeopleAsync(gateway.Url, said);
        var task = await new TaskOverRest("cluster-1", clerk, director, liaison).UnderWayAsync();
        var second = await new TaskOverRest("cluster-2", clerk, director, liaison).UnderWayAsync();
        (await task.ReportAsync(60)).ShouldBeDone();

        (await leaving.StopAsync()).Should().Be(0, "it leaves in order; it said {0}", leaving.Said);

        await UntilAnsweredAsync(clerk, $"{task.Path}/report-review", new { passed = true });
        await task.AppraisedAsync();
        (await task.CloseOutAsync()).ShouldBeDone();
        var seen = (await task.ArchiveAsync()).ShouldBeDone().Position;
        (await clerk.GetAsync($"tasks/counts?seen={seen}"))["byStage"].GetProperty("Archived").GetInt64().Should().Be(1);
        await UntilAnsweredAsync(liaison, $"{second.Path}/reports", new { percent = 20, text = "推进中" });
        (await gateway.StopAsync()).Should().Be(0);
    }

    [Fact]
    public async Task The_folder_of_a_gateway_never_becomes_a_store()
    {
        Directory.CreateDirectory(_folder.At("marked"));
        await File.WriteAllTextAsync(_folder.At("marked/gateway-of-cluster.txt"), "supervision\n");

        var shell = new CommandLine(_folder.Path, ForGateway);
        (await shell.RunAsync("--data", "marked")).ShouldEndWith(2).Said.Should().Contain("in the cluster's Redis");
        (await shell.RunAsync("verify", "--data", "marked")).ShouldEndWith(2).Said.Should().Contain("/ledger/verification");
        (await shell.RunAsync("import", SamplePlan.PathOf(), "--data", "marked", "--redis", redis.Connection)).ShouldEndWith(2);
    }

    private async Task<ChildProcess> StartSiloAsync()
    {
        var settings = ForSilos;
        var silo = ChildProcess.Start("Supervision.Silo", _folder.Path, [], settings);
        await Server.WaitForAsync(silo, new Uri(settings["SUPERVISION_HEALTH_URL"] + "/health/ready"));
        return silo;
    }

    private static async Task<(Person Clerk, Person Director, Person Liaison)> OpenPeopleAsync(Uri url, string said)
    {
        var administrators = (
            await Founding.TakeOverAsync(url, "sysadmin", Founding.PasswordIn(said, "sysadmin")),
            await Founding.TakeOverAsync(url, "secadmin", Founding.PasswordIn(said, "secadmin")));
        return (
            await Founding.OpenAsync(url, administrators, "chen", "supervision-office", "OfficeClerk"),
            await Founding.OpenAsync(url, administrators, "zhou", "supervision-office", "OfficeDirector"),
            await Founding.OpenAsync(url, administrators, "li", TaskOverRest.Lead, "Liaison"));
    }

    // While its actors wake elsewhere a command may be answered 503; sending it again with its key is what a client does then.
    private static async Task UntilAnsweredAsync(Person person, string path, object body)
    {
        var key = person.NewKey();
        for (var tries = 1; await person.PostAsync(path, body, key) is var answer; tries++)
        {
            if (answer.Status is not HttpStatusCode.ServiceUnavailable || tries == TriesMax)
            {
                answer.ShouldBeDone();
                return;
            }

            await Task.Delay(PollInterval);
        }
    }
}
