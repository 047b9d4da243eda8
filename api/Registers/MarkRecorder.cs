using Supervision.Language;

namespace Supervision.Api.Registers;

/// <summary>Sees to it that a plan or task records the marks that the roll-up of this gateway has reached.</summary>
/// <remarks>
/// What is to be told stands in the tables, and goes when the recorded fact comes back through the feed: a lost call, a
/// crash, a rebuild and another gateway that tells the same change nothing. History that is still being read is not told.
/// </remarks>
internal sealed class MarkRecorder(
    RegisterDatabase database, RegisterPositions positions, IProgressNotes notes, TimeProvider time, ILogger<MarkRecorder> log) : BackgroundService
{
    private const int AtOnceMax = 200;

    private static readonly TimeSpan AfterFailure = TimeSpan.FromSeconds(1);

    // Told, and on its way back.
    private readonly HashSet<(string Stream, int Percent)> _told = [];

    /// <summary>Tells what is to be told now. Returns how much that was.</summary>
    public async Task<int> RecordAsync()
    {
        if (positions.Behind != 0)
            return 0;

        var reached = Unrecorded();
        if (reached.Count == 0)
            _told.Clear();
        var fresh = reached.Where(mark => !_told.Contains(mark)).ToArray();
        foreach (var mark in fresh)
        {
            if (await notes.NoteAsync(mark.Stream, mark.Percent) is Receipt.Refused refused)
                log.LogWarning("{Stream} does not record {Percent} percent: {Code}", mark.Stream, mark.Percent, refused.Code);
            _told.Add(mark);
        }

        return fresh.Length;
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (true)
        {
            var moved = positions.Moved;
            try
            {
                await RecordAsync();
            }
            catch (Exception trouble) when (trouble is not OutOfMemoryException)
            {
                log.LogWarning(trouble, "Rolled-up progress could not be recorded; trying again in {After}.", AfterFailure);
                await Task.Delay(AfterFailure, time, stoppingToken);
            }

            await moved.WaitAsync(stoppingToken);
        }
    }

    private List<(string Stream, int Percent)> Unrecorded()
    {
        using var connection = database.OpenReader();
        using var command = connection.CreateCommand();
        command.CommandText = $"SELECT node, reached FROM roll_up WHERE reached > recorded LIMIT {AtOnceMax}";
        using var rows = command.ExecuteReader();
        var reached = new List<(string, int)>();
        while (rows.Read())
            reached.Add((rows.GetString(0), rows.GetInt32(1)));
        return reached;
    }
}
