using Supervision.Language;

namespace Supervision.Registers;

/// <summary>How current an answer of a register is.</summary>
/// <param name="AsOf">When it was answered.</param>
/// <param name="Position">Where the register stands in the shard that the query named; null when it named none.</param>
/// <param name="Stale">The register had not seen the named position in time: the answer may lack what the caller just did.</param>
/// <param name="Behind">Known feed entries that are not in the register yet; null while not every shard has been read to an end.</param>
public sealed record RegisterStand(DateTimeOffset AsOf, FeedPosition? Position, bool Stale, long? Behind);
