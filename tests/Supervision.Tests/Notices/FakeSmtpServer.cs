using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;
using MimeKit;

namespace Supervision.Tests.Notices;

/// <summary>What the server does with the next mail.</summary>
internal enum SmtpMood
{
    Takes,

    /// <summary>451, before anything was taken.</summary>
    TriesLater,

    /// <summary>550 for the recipient.</summary>
    Refuses,

    /// <summary>Hangs up in the middle of the mail.</summary>
    HangsUp,

    /// <summary>Takes it and dies before it says so: the sender cannot know.</summary>
    TakesAndHangsUp,
}

/// <summary>A mail server in this process, as far as RFC 5321 is needed. Keeps what it took.</summary>
internal sealed class FakeSmtpServer : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _end = new();
    private readonly Task _serving;

    public FakeSmtpServer()
    {
        _listener.Start();
        Port = ((IPEndPoint)_listener.LocalEndpoint).Port;
        _serving = ServeAsync();
    }

    public int Port { get; }

    public SmtpMood Mood { get; set; }

    /// <summary>Awaited before a mail is acknowledged.</summary>
    public Func<Task> BeforeAnswer { get; set; } = () => Task.CompletedTask;

    public ConcurrentQueue<MimeMessage> Taken { get; } = new();

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        _listener.Stop();
        await _serving.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _end.Dispose();
    }

    private async Task ServeAsync()
    {
        while (!_end.IsCancellationRequested)
        {
            var client = await _listener.AcceptTcpClientAsync(_end.Token);
            _ = TalkAsync(client);
        }
    }

    private async Task TalkAsync(TcpClient client)
    {
        try
        {
            using (client)
            await using (var stream = client.GetStream())
            {
                var (reader, writer) = (new StreamReader(stream, Encoding.Latin1), new StreamWriter(stream, Encoding.Latin1) { NewLine = "\r\n", AutoFlush = true });
                await writer.WriteLineAsync("220 fake");
                while (await reader.ReadLineAsync(_end.Token) is { } line && await AnswerAsync(line, reader, writer))
                {
                    // The answer is all there is to do.
                }
            }
        }
        catch (Exception e) when (e is IOException or OperationCanceledException or ObjectDisposedException)
        {
            // The other side has gone, or the test is over.
        }
    }

    private async Task<bool> AnswerAsync(string line, StreamReader reader, StreamWriter writer)
    {
        var verb = line.Split(' ', ':')[0].ToUpperInvariant();
        if (verb == "DATA")
            return await TakeAsync(reader, writer);

        await writer.WriteLineAsync(verb switch
        {
            "RCPT" when Mood is SmtpMood.Refuses => "550 no such mailbox",
            "MAIL" when Mood is SmtpMood.TriesLater => "451 try later",
            "EHLO" => "250 fake",
            "QUIT" => "221 bye",
            _ => "250 ok",
        });
        return verb != "QUIT";
    }

    private async Task<bool> TakeAsync(StreamReader reader, StreamWriter writer)
    {
        await writer.WriteLineAsync("354 go on");
        if (Mood is SmtpMood.HangsUp)
            return false;

        var text = new StringBuilder();
        while (await reader.ReadLineAsync(_end.Token) is { } line && line != ".")
            text.Append(line.StartsWith('.') ? line[1..] : line).Append("\r\n");
        using var bytes = new MemoryStream(Encoding.Latin1.GetBytes(text.ToString()));
        Taken.Enqueue(await MimeMessage.LoadAsync(bytes));
        await BeforeAnswer();
        if (Mood is SmtpMood.TakesAndHangsUp)
            return false;

        await writer.WriteLineAsync("250 taken");
        return true;
    }
}
