using System.Threading.Channels;
using Supervision.Language;
using Supervision.Silo.Ledger;
using Supervision.Tests.Ledger;

namespace Supervision.SystemTests.Faults.Hosts;

/// <summary>Answers at once and writes a moment later: what must never be, planted so that a check can show that it finds it.</summary>
internal sealed class CarelessLedger : LedgerAround
{
    private static readonly TimeSpan Moment = TimeSpan.FromMilliseconds(150);

    private readonly Channel<Append> _promised = Channel.CreateUnbounded<Append>();

    public CarelessLedger(ILedger below) : base(below) => _ = WriteAsync();

    public override Task<AppendResult> AppendAsync(Append append)
    {
        if (!append.CommandKey.StartsWith(TaskPeople.WorkKey, StringComparison.Ordinal))
            return base.AppendAsync(append); // What the test prepares must be there.

        _promised.Writer.TryWrite(append);
        return Task.FromResult<AppendResult>(new AppendResult.Appended(new FeedPosition(ShardOf(append.Stream), 1)));
    }

    private async Task WriteAsync()
    {
        while (await _promised.Reader.WaitToReadAsync())
        {
            await Task.Delay(Moment);
            var batch = new List<Task>();
            while (_promised.Reader.TryRead(out var append)) batch.Add(base.AppendAsync(append));
            await Task.WhenAll(batch);
        }
    }
}
