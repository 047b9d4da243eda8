using System.Net;
using Supervision.SystemTests.Ledger;
using Supervision.Tests.Ledger;

namespace Supervision.SystemTests.Rest;

/// <summary>Redis, two silos and a gateway, each a process of its own; then one silo leaves.</summary>
public sealed class ClusterTests(RedisServer redis) : IClassFixture<RedisServer>, IDisposable
{
    private static readonly TimeSpan PollInterval = TimeSpan.FromMilliseconds(300);
    private static readonly int TriesMax = 100;

    private readonly TemporaryFolder _folder = new();
    private ClusterProcesses? _cluster;

    private ClusterProcesses Cluster => _cluster ??= new ClusterProcesses(_folder, redis.Connection);

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_task_goes_on_when_a_silo_leaves()
    {
        var said = await Cluster.InitAsync();
        await using var leaving = await Cluster.StartSiloAsync();
        await using var staying = await Cluster.StartSiloAsync();
        await using var gateway = await Cluster.StartGatewayAsync("gateway");
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

        var shell = new CommandLine(_folder.Path, Cluster.ForGateway);
        (await shell.RunAsync("--data", "marked")).ShouldEndWith(2).Said.Should().Contain("in the cluster's Redis");
        (await shell.RunAsync("verify", "--data", "marked")).ShouldEndWith(2).Said.Should().Contain("/ledger/verification");
        (await shell.RunAsync("import", SamplePlan.PathOf(), "--data", "marked", "--redis", redis.Connection)).ShouldEndWith(2);
    }

    private static async Task<(Person Clerk, Person Director, Person Liaison)> OpenPeopleAsync(Uri url, string said)
    {
        var administrators = await ClusterProcesses.TakeOverAsync(url, said);
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
