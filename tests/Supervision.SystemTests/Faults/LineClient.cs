using System.Net;
using System.Net.Sockets;

namespace Supervision.SystemTests.Faults;

/// <summary>One connection to a line server.</summary>
internal sealed class LineClient : IConnection
{
    private readonly TcpClient _client;
    private readonly StreamReader _reader;
    private readonly StreamWriter _writer;

    private LineClient(TcpClient client) =>
        (_client, _reader, _writer) = (client, new StreamReader(client.GetStream()), new StreamWriter(client.GetStream()) { AutoFlush = true });

    public static async Task<IConnection> ConnectAsync(int port)
    {
        var client = new TcpClient { NoDelay = true };
        await client.ConnectAsync(IPAddress.Loopback, port);
        return new LineClient(client);
    }

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
