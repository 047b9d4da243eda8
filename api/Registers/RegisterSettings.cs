namespace Supervision.Api.Registers;

/// <summary>Where a gateway keeps its registers, and how it reads the feeds. One folder for one running gateway.</summary>
internal sealed record RegisterSettings(string Folder)
{
    /// <summary>Entries of one page, applied in one transaction.</summary>
    public int EntriesMax { get; init; } = 500;

    /// <summary>How long a read of a feed with nothing new waits; an idle shard costs one call in this time.</summary>
    public TimeSpan Wait { get; init; } = TimeSpan.FromSeconds(20);

    /// <summary>How long a query waits for the position it names.</summary>
    public TimeSpan SeenWait { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>With no more entries to catch up with than this, a gateway is ready to answer.</summary>
    public long ReadyBehindMax { get; init; } = 1_000;
}
