namespace Supervision.Language;

/// <summary>The ledger did not answer, or could not write. What was being written may be there or not.</summary>
/// <remarks>Whoever sees it drops what it holds of the stream; a retry with the same key finds the answer if there is one.</remarks>
[GenerateSerializer, Alias("LedgerUnavailableException")]
public sealed class LedgerUnavailableException(string message, Exception? inner = null) : Exception(message, inner);
