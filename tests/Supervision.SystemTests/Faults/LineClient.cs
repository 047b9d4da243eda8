using System.Net;
using System.Net.Sockets;

namespace Supervision.SystemTests.Faults;

/// <summary>One connection to a host; one question at a time.</summary>
internal sealed class LineClient : IDisposable
{
    private readonly TcpClient _client;
    private readonly StreamReader _reader;
    private readonly StreamWriter _writer;

    private LineClient(TcpClient client) =>
        (_client, _reader, _writer) = (client, new StreamReader(client.GetStream()), new StreamWriter(client.GetStream()) { AutoFlush = true });

    public static async Task<LineClient> ConnectAsync(int port)
    {
        var client = new TcpClient { NoDelay = true };
        await client.ConnectAsync(IPAddress.Loopback, port);
        return new LineClient(client);
    }

    /// <summary>How often a question is put again whose answer did not come in time; a command may be sent twice.</summary>
    public const int TriesMax = 4;

    /// <summary>Asks on a connection of its own until the answer is "done"; a refusal, or silence to the end, is an error.</summary>
    public static async Task DoAsync(int port, string line)
    {
        for (var attempt = 1; ; attempt++)
        {
            using var client = await ConnectAsync(port);
            var reply = await client.AskAsync(line);
            if (reply.StartsWith("done", StringComparison.Ordinal)) return;
            if (attempt == TriesMax || !reply.StartsWith("failed", StringComparison.Ordinal))
                throw new InvalidOperationException($"{line}: {reply}");
        }
    }

    /// <exception cref="IOException">The host died; what came of the question is not known.</exception>
    public async Task<string> AskAsync(string line)
    {
        await _writer.WriteLineAsync(line);
        return await _reader.ReadLineAsync() ?? throw new IOException("The host closed the connection.");
    }

    public void Dispose()
    {
        _client.Dispose();
        _reader.Dispose();
    }
}
