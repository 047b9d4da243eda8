using System.Text.Json;
using Supervision.Language;

namespace Supervision.Silo.Ledger;

/// <summary>What an event's body says: the fact, and who, when, by which command and by which definition.</summary>
/// <param name="Seq">Counts from 1 within the stream.</param>
/// <param name="Kind">The name of the fact on disk.</param>
/// <param name="OccurredAt">When it happened in the office; may be earlier than recorded, such as a receipt on paper.</param>
/// <param name="RecordedAt">When it was written; never before its predecessor, even if the machine's clock went back.</param>
/// <param name="Definition">Content hash of the workflow definition where the event records a step; else null.</param>
/// <param name="PreviousHash">See <see cref="Chain"/>.</param>
internal sealed record Envelope(
    long Seq,
    string Kind,
    DateTimeOffset OccurredAt,
    DateTimeOffset RecordedAt,
    Actor Actor,
    string CommandKey,
    string? Definition,
    string PreviousHash,
    JsonElement Fact);

/// <summary>Who did it, copied from the verified caller.</summary>
internal sealed record Actor(AccountId Account, AgencyCode Agency, AccountId? OnBehalfOf)
{
    public static Actor Of(Caller caller) => new(caller.Account, caller.Agency, caller.OnBehalfOf);
}
