using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Supervision.Language;

namespace Supervision.SystemTests.Faults.Hosts;

/// <summary>Takes commands as lines over loopback and answers each with a line; one after the other on a connection.</summary>
internal sealed class LineServer(TaskPeople people, HostClock clock) : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);

    /// <summary>Listens from now on; returns the port.</summary>
    public int Start()
    {
        _listener.Start();
        return ((IPEndPoint)_listener.LocalEndpoint).Port;
    }

    public async Task ServeAsync()
    {
        while (true) _ = AnswerAsync(await _listener.AcceptTcpClientAsync());
    }

    public void Dispose() => _listener.Dispose();

    private async Task AnswerAsync(TcpClient client)
    {
        using var connection = client;
        client.NoDelay = true;
        using var reader = new StreamReader(client.GetStream());
        await using var writer = new StreamWriter(client.GetStream()) { AutoFlush = true };
        while (await reader.ReadLineAsync() is { } line)
            await writer.WriteLineAsync(await AnswerAsync(line.Split(' ')));
    }

    private async Task<string> AnswerAsync(string[] words)
    {
        try
        {
            return words switch
            {
                ["now", var instant] => GoTo(DateTimeOffset.Parse(instant, CultureInfo.InvariantCulture)),
                ["assign", var task] => Said(await people.AssignAsync(task)),
                ["acknowledge", var task] => Said(await people.AcknowledgeAsync(task)),
                ["report", var task, var key] => Said(await people.ReportAsync(task, key)),
                ["review", var task, var key] => Said(await people.ReviewAsync(task, key)),
                _ => "failed not understood",
            };
        }
#pragma warning disable CA1031 // Whatever it is, the test must hear that it does not know what came of its command.
        catch (Exception e)
#pragma warning restore CA1031
        {
            return $"failed {e.GetType().Name}";
        }
    }

    private string GoTo(DateTimeOffset instant)
    {
        clock.GoTo(instant);
        return "done 0";
    }

    private static string Said(Receipt receipt) => receipt switch
    {
        Receipt.Done done => $"done {done.Version}",
        Receipt.Refused refused => $"refused {refused.Code}",
        _ => throw new System.Diagnostics.UnreachableException(),
    };
}
