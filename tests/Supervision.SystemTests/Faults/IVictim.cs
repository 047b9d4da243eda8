namespace Supervision.SystemTests.Faults;

/// <summary>A process that serves commands and is killed by the test.</summary>
internal interface IVictim
{
    /// <param name="now">The business time at which it begins, where the test may say so.</param>
    Task StartAsync(DateTimeOffset now);

    /// <summary>kill -9.</summary>
    Task KillAsync();

    Task<IConnection> ConnectAsync();
}

/// <summary>A way to a victim; one question at a time.</summary>
internal interface IConnection : IDisposable
{
    /// <summary>A line such as <c>report TASK KEY</c>; answered by <c>done VERSION</c>, <c>refused CODE</c> or <c>failed WHY</c>.</summary>
    /// <exception cref="IOException">The victim died; what came of the question is not known.</exception>
    Task<string> AskAsync(string line);
}

internal static class Victims
{
    /// <summary>How often a question is put again whose answer did not come in time; a command may be sent twice.</summary>
    public const int TriesMax = 4;

    /// <summary>Asks on a connection of its own until the answer is "done"; a refusal, or silence to the end, is an error.</summary>
    public static async Task DoAsync(this IVictim victim, string line)
    {
        for (var attempt = 1; ; attempt++)
        {
            using var connection = await victim.ConnectAsync();
            var reply = await connection.AskAsync(line);
            if (reply.StartsWith("done", StringComparison.Ordinal)) return;
            if (attempt == TriesMax || !reply.StartsWith("failed", StringComparison.Ordinal))
                throw new InvalidOperationException($"{line}: {reply}");
        }
    }
}
