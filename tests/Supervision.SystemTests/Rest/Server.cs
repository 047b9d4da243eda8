using System.Net;
using System.Net.Sockets;

namespace Supervision.SystemTests.Rest;

/// <summary>The built <c>api</c> on a free loopback port.</summary>
internal sealed class Server : IAsyncDisposable
{
    private static readonly TimeSpan ReadyMax = TimeSpan.FromMinutes(4);
    private static readonly TimeSpan PollInterval = TimeSpan.FromMilliseconds(200);

    private readonly ChildProcess _process;

    private Server(ChildProcess process, Uri url) => (_process, Url) = (process, url);

    public Uri Url { get; }

    /// <summary>Starts and waits until it can serve.</summary>
    public static async Task<Server> StartAsync(
        string folder, IReadOnlyDictionary<string, string> environment, Uri? url = null, params string[] arguments)
    {
        url ??= new Uri($"http://127.0.0.1:{FreePort()}");
        var server = new Server(
            ChildProcess.Start("Supervision.Api", folder, ["--urls", url.ToString().TrimEnd('/'), .. arguments], environment), url);
        await WaitForAsync(server._process, new Uri(url, "/health/ready"));
        return server;
    }

    public static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    /// <summary>Asks until the answer is 200, for a bounded time.</summary>
    public static async Task WaitForAsync(ChildProcess process, Uri health)
    {
        using var http = new HttpClient();
        await UntilAsync(async () =>
        {
            if (process.HasExited)
                throw new InvalidOperationException($"The process has ended. It said:\n{process.Said}");
            try
            {
                using var answer = await http.GetAsync(health);
                return answer.StatusCode is HttpStatusCode.OK;
            }
            catch (HttpRequestException)
            {
                return false;
            }
        });
    }

    public static async Task UntilAsync(Func<Task<bool>> isSo)
    {
        using var late = new CancellationTokenSource(ReadyMax);
        while (!await isSo())
            await Task.Delay(PollInterval, late.Token);
    }

    public Task<Person> SignInAsync(string account, string password) => Person.SignInAsync(Url, account, password);

    public Task<int> StopAsync() => _process.StopAsync();

    public void Kill() => _process.Kill();

    public ValueTask DisposeAsync() => _process.DisposeAsync();
}
