namespace Supervision.Language;

/// <summary>An append expected a stream at one version and found it at another: somebody else has written since it was read.</summary>
/// <remarks>Nothing was written. Whoever sees it drops what it holds of the stream and reads it again.</remarks>
[GenerateSerializer, Alias("LedgerConflictException")]
public sealed class LedgerConflictException : Exception
{
    public LedgerConflictException(string stream, long expected, long actual)
        : base($"{stream} was not written: version {expected} was expected, {actual} was found. Read it again and decide anew.") =>
        (Stream, Expected, Actual) = (stream, expected, actual);

    [Id(0)]
    public string Stream { get; private set; }

    [Id(1)]
    public long Expected { get; private set; }

    [Id(2)]
    public long Actual { get; private set; }
}
