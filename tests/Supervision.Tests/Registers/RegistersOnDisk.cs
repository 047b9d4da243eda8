using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using Supervision.Api.Live;
using Supervision.Api.Notices;
using Supervision.Api.Registers;
using Supervision.Calendars;
using Supervision.Language;
using Supervision.Registers;

namespace Supervision.Tests.Registers;

/// <summary>The registers of one gateway in a folder of their own, following feeds in memory.</summary>
internal sealed class RegistersOnDisk : IAsyncDisposable
{
    private readonly string _folder;
    private readonly bool _keepsFolder;
    private readonly RegisterWriter _writer;

    public RegistersOnDisk(MemoryFeeds feeds, string? folder = null, int entriesMax = 7)
    {
        Feeds = feeds;
        _keepsFolder = folder is not null;
        _folder = folder ?? Directory.CreateTempSubdirectory("registers-").FullName;
        Settings = new RegisterSettings(_folder) { EntriesMax = entriesMax };
        Database = new RegisterDatabase(Settings);
        Positions = new RegisterPositions(Time);
        _writer = new RegisterWriter(Database, WorkingCalendar.Shipped, Time);
        var register = new TaskRegister(Database, Positions, Settings, Time);
        (Register, Plans) = (register, register);
        Notices = new NoticeRegister(Database, Positions, Settings, Time);
        Follower = new RegisterFollower(
            feeds, _writer, Positions, Board, Settings, Time, NullLogger<RegisterFollower>.Instance);
    }

    public MemoryFeeds Feeds { get; }
    public FakeTimeProvider Time { get; } = new(Sample.Start);
    public RegisterSettings Settings { get; }
    public RegisterDatabase Database { get; }
    public RegisterPositions Positions { get; }
    public LiveBoard Board { get; } = new();
    public ITaskRegister Register { get; }
    public IPlanRegister Plans { get; }
    public NoticeRegister Notices { get; }
    public RegisterFollower Follower { get; }

    /// <summary>Registers that have read everything the feeds hold.</summary>
    public static async Task<RegistersOnDisk> CaughtUpAsync(MemoryFeeds feeds, string? folder = null)
    {
        var registers = new RegistersOnDisk(feeds, folder);
        await registers.Follower.StartAsync(default);
        await registers.CatchUpAsync();
        return registers;
    }

    public async Task CatchUpAsync()
    {
        foreach (var end in Feeds.Ends)
            (await Positions.WaitAsync(end, TimeSpan.FromMinutes(1), default)).Should().BeTrue();
    }

    /// <summary>Lights the rows for a day, be it past or to come, as the follower does after midnight.</summary>
    public async Task TurnToAsync(DateOnly day)
    {
        using var writer = new RegisterWriter(Database, WorkingCalendar.Shipped, new FakeTimeProvider(WorkingCalendar.At(day, new(9, 0))));
        await writer.TurnDayAsync(default);
    }

    public async Task<IReadOnlyList<TaskRow>> ListAllAsync(Caller caller, TaskFilter? filter = null, int limit = 200)
    {
        var rows = new List<TaskRow>();
        PageCursor? cursor = null;
        do
        {
            var page = await Register.ListAsync(
                caller, new TaskQuery(filter ?? TaskFilter.Everything, Cursor: cursor, Limit: limit));
            rows.AddRange(page.Items);
            cursor = page.Next is { } next && PageCursor.TryParse(next, out var parsed) ? parsed : null;
        }
        while (cursor is not null);

        return rows;
    }

    public void Run(string sql)
    {
        using var command = Database.Writer.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    public long Ask(string sql)
    {
        using var connection = Database.OpenReader();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return command.ExecuteScalar() as long? ?? 0;
    }

    public async ValueTask DisposeAsync()
    {
        await Follower.StopAsync(default);
        Follower.Dispose();
        _writer.Dispose();
        Database.Dispose();
        if (!_keepsFolder)
            Directory.Delete(_folder, recursive: true);
    }
}
