using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Supervision.Api.Security;

namespace Supervision.Api.Operations;

/// <summary>Writes the server's file once it listens, and takes it away when it stops.</summary>
internal sealed class ServerAnnouncement(
    IServer server, IHostApplicationLifetime lifetime, DataFolder folder, OperatorToken token) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken)
    {
        lifetime.ApplicationStarted.Register(Announce);
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken)
    {
        ServerFile.Remove(folder);
        return Task.CompletedTask;
    }

    private void Announce()
    {
        var url = server.Features.Get<IServerAddressesFeature>()!.Addresses.First();
        // The callback cannot wait; the file is a few bytes.
        ServerFile.WriteAsync(folder, new ServerFile(Reachable(url), Environment.ProcessId, token.Value), CancellationToken.None)
            .GetAwaiter().GetResult();
    }

    // A server that listens on every address is reached on this machine by the loopback one.
    private static string Reachable(string url) => url.Replace("0.0.0.0", "127.0.0.1", StringComparison.Ordinal)
        .Replace("[::]", "[::1]", StringComparison.Ordinal).Replace("*", "127.0.0.1", StringComparison.Ordinal);
}
