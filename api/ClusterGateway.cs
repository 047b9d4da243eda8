using Orleans.Configuration;
using Orleans.Dashboard;
using StackExchange.Redis;
using Supervision.Api.Commands;
using Supervision.Api.Operations;
using Supervision.Api.Security;
using Supervision.Language;

namespace Supervision.Api;

/// <summary>A gateway before a cluster: REST and registers, with the actors and the ledger elsewhere.</summary>
internal static class ClusterGateway
{
    /// <summary>For silos that start at the same time as the gateway; longer is a wrong address, and is said.</summary>
    public static readonly TimeSpan ConnectingMax = TimeSpan.FromSeconds(60);

    private static readonly TimeSpan RetryInterval = TimeSpan.FromSeconds(1);

    // A silo that joins is found within this time; one that leaves is noticed at once.
    private static readonly TimeSpan SilosLookedUpEvery = TimeSpan.FromSeconds(15);

    public static async Task<int> RunAsync(
        ClusterSettings cluster, DataFolder folder, IReadOnlyList<string> urls, CancellationToken cancellation)
    {
        EmbeddedSystem.RefuseStoreIn(folder);
        folder.Create();
        GatewayFolder.Mark(folder, cluster);
        await using var app = Build(cluster, folder, urls);
        await ConnectAsync(app, cluster, cancellation);
        var server = new ServerFile(app.Urls.First(), Environment.ProcessId, app.Services.GetRequiredService<OperatorToken>().Value);
        await ServerFile.WriteAsync(folder, server, cancellation);
        try
        {
            Welcome.WriteGateway(Console.Out, server.Url, folder, cluster);
            await app.WaitForShutdownAsync(cancellation);
            return Verbs.Done;
        }
        finally
        {
            ServerFile.Remove(folder);
        }
    }

    private static WebApplication Build(ClusterSettings cluster, DataFolder folder, IReadOnlyList<string> urls)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });
        // Before the gateway's own services, which call actors from their start.
        builder.UseOrleansClient(client => Join(client, cluster));
        builder.Services.AddSingleton(new CallerSeal(cluster.GatewayKey));
        builder.Services.AddClusterEvidence();
        builder.AddGateway(folder);
        builder.Listen(urls);
        var app = builder.Build();
        app.UseGateway();
        return app;
    }

    private static void Join(IClientBuilder client, ClusterSettings cluster)
    {
        client.Configure<ClusterOptions>(options =>
        {
            options.ServiceId = ClusterSettings.ServiceId;
            options.ClusterId = cluster.Cluster;
        });
        client.Configure<GatewayOptions>(options => options.GatewayListRefreshPeriod = SilosLookedUpEvery);
        client.UseRedisClustering(options => options.ConfigurationOptions = ConfigurationOptions.Parse(cluster.Redis));
        client.UseConnectionRetryFilter(new Patience(TimeProvider.System).RetryAsync);
        client.AddActivityPropagation();
        client.AddDashboard();
    }

    // Nothing listens before it is connected, so a probe sees no gateway that could answer nothing.
    private static async Task ConnectAsync(WebApplication app, ClusterSettings cluster, CancellationToken cancellation)
    {
        try
        {
            await app.StartAsync(cancellation);
        }
        catch (Exception problem) when (problem is OrleansException or RedisException or TimeoutException)
        {
            throw new InvalidOperationException(
                $"{(int)ConnectingMax.TotalSeconds} 秒内未能连接集群 {cluster.Cluster} 的任何节点，请检查 Redis、集群名和节点 · "
                + $"No silo of cluster {cluster.Cluster} was reached: check Redis, the name and the silos ({problem.Message}).",
                problem);
        }
    }

    /// <summary>Tries again for a while, and says once that it waits.</summary>
    private sealed class Patience(TimeProvider clock)
    {
        private readonly long _begun = clock.GetTimestamp();
        private bool _isTold;

        public async Task<bool> RetryAsync(Exception problem, CancellationToken cancellation)
        {
            if (clock.GetElapsedTime(_begun) > ConnectingMax)
                return false;
            if (!_isTold)
                await Console.Error.WriteLineAsync($"正在等待集群 · Waiting for the cluster: {problem.Message}");
            _isTold = true;
            await Task.Delay(RetryInterval, clock, cancellation);
            return true;
        }
    }
}

/// <summary>What tells the folder of a gateway from that of a store: nobody must find an empty demo where a city was expected.</summary>
internal static class GatewayFolder
{
    private static readonly string Name = "gateway-of-cluster.txt";

    public static void Mark(DataFolder folder, ClusterSettings cluster) => File.WriteAllText(folder.File(Name), cluster.Cluster + "\n");

    /// <exception cref="InvalidOperationException">The folder is a gateway's, so what was asked for is not in it.</exception>
    public static void Refuse(DataFolder folder)
    {
        if (File.Exists(folder.File(Name)))
            throw NoStore($"{folder}");
    }

    /// <param name="where">The folder, or the setting that names the cluster.</param>
    public static InvalidOperationException NoStore(string where) => new(
        $"{where}：数据在集群的 Redis 中，此命令只用于文件夹中的数据；校验请用 POST {Gateway.ApiPath}/ledger/verification · "
        + "The store is in the cluster's Redis and this command is for one in a folder. "
        + $"Ask a gateway: POST {Gateway.ApiPath}/ledger/verification.");
}
