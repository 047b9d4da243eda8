using System.Globalization;
using System.Net.Sockets;
using Supervision.SystemTests.Faults.Hosts;

namespace Supervision.SystemTests.Faults;

/// <summary>Works on one task: a report, a review, and so on, until the host dies under it.</summary>
/// <param name="sendsAgain">Whether a command without an answer is sent again with its key, or given up.</param>
internal sealed class Worker(CommandLog log, string task, bool sendsAgain)
{
    // The store, or another silo, is away for the moment.
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);

    private string? _unanswered;
    private bool _reviews;
    private int _keys;

    private string Stream => $"task/{task}";

    /// <summary>Until told to stop, or until its host dies.</summary>
    public async Task WorkAsync(IVictim victim, CancellationToken stop)
    {
        try
        {
            using var connection = await victim.ConnectAsync();
            while (!stop.IsCancellationRequested)
                if (!await StepAsync(connection)) await Task.Delay(Pause, CancellationToken.None);
        }
        catch (Exception e) when (e is IOException or SocketException)
        {
            // The host was killed. What was on its way stays unanswered.
        }
    }

    private async Task<bool> StepAsync(IConnection connection)
    {
        var key = (sendsAgain ? _unanswered : null)
            ?? TaskPeople.WorkKey + (++_keys).ToString("D6", CultureInfo.InvariantCulture);
        _unanswered = key;
        string reply;
        using (log.Send(Stream, key)) reply = await connection.AskAsync($"{(_reviews ? "review" : "report")} {task} {key}");

        if (reply.Split(' ') is ["done", var version])
            log.Acknowledge(Stream, key, long.Parse(version, CultureInfo.InvariantCulture));
        else if (reply.StartsWith("failed", StringComparison.Ordinal)) return false;

        // Refused: a command that was given up had been recorded after all, and the task waits for the other thing.
        (_unanswered, _reviews) = (null, !_reviews);
        return true;
    }
}
