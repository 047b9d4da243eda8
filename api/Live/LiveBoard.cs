using System.Threading.Channels;
using Supervision.Language;
using Supervision.Registers;

namespace Supervision.Api.Live;

/// <summary>What the registers have just learned, for pages that are open now. Holds a little of the past, and no more.</summary>
internal sealed class LiveBoard
{
    /// <summary>Updates at hand for those who come back after a short absence.</summary>
    public const int AtHandMax = 4_096;

    /// <summary>Updates waiting for one reader; one that is slower is told to reload.</summary>
    public const int WaitingMax = 256;

    /// <summary>Open pages of one gateway.</summary>
    public const int ReadersMax = 2_000;

    private readonly Lock _lock = new();
    private readonly Queue<LiveUpdate> _atHand = new();
    private readonly List<LiveReader> _readers = [];

    /// <summary>Names this board: another gateway has its updates in another order.</summary>
    public string Name { get; } = Guid.NewGuid().ToString("N")[..8];

    public void Publish(IReadOnlyList<LiveUpdate> updates)
    {
        lock (_lock)
        {
            foreach (var update in updates)
            {
                if (_atHand.Count == AtHandMax)
                    _atHand.Dequeue();
                _atHand.Enqueue(update);
                _readers.RemoveAll(reader => !reader.Offer(update));
            }
        }
    }

    /// <summary>Tells everybody to reload, such as after a rebuild.</summary>
    public void Clear()
    {
        lock (_lock)
        {
            _atHand.Clear();
            foreach (var reader in _readers)
                reader.Dismiss();
            _readers.Clear();
        }
    }

    /// <summary>A reader from now on, or from what it saw last if that is at hand; null when there are too many.</summary>
    /// <param name="lastSeen">The id of the last event that the reader has, as <see cref="LiveReader.IdOf"/> wrote it.</param>
    public LiveReader? Open(Caller caller, string? lastSeen)
    {
        lock (_lock)
        {
            if (_readers.Count >= ReadersMax)
                return null;

            var reader = new LiveReader(Name, caller, Visibility.Of(caller), Close);
            if (string.IsNullOrEmpty(lastSeen) || TryReplay(reader, lastSeen))
                _readers.Add(reader);
            else
                reader.Dismiss();
            return reader;
        }
    }

    private bool TryReplay(LiveReader reader, string lastSeen)
    {
        var missed = _atHand.SkipWhile(update => reader.IdOf(update) != lastSeen).Skip(1);
        return _atHand.Any(update => reader.IdOf(update) == lastSeen) && missed.All(reader.Offer);
    }

    private void Close(LiveReader reader)
    {
        lock (_lock)
            _readers.Remove(reader);
    }
}

/// <summary>One open page. Offered only what its caller may see.</summary>
internal sealed class LiveReader(string board, Caller caller, Visibility visibility, Action<LiveReader> close) : IDisposable
{
    private readonly Channel<LiveUpdate> _waiting = Channel.CreateBounded<LiveUpdate>(LiveBoard.WaitingMax);

    public ChannelReader<LiveUpdate> Updates => _waiting.Reader;

    /// <summary>Set before the last update has been read: what follows is lost, and the reader has to load its page anew.</summary>
    public bool MustReload { get; private set; }

    /// <summary>The id of an event; only the last of an append has one, so that nobody resumes in the middle.</summary>
    public string? IdOf(LiveUpdate update) => update.EndsItem ? $"{update.Position}:{board}" : null;

    /// <returns>False when the reader is too slow and has been dismissed.</returns>
    public bool Offer(LiveUpdate update)
    {
        if (!update.To.Includes(caller, visibility) || _waiting.Writer.TryWrite(update))
            return true;

        Dismiss();
        return false;
    }

    public void Dismiss()
    {
        MustReload = true;
        _waiting.Writer.TryComplete();
    }

    public void Dispose() => close(this);
}
