namespace Supervision.Language;

/// <summary>A fact that this program cannot read. A decider stops here; a read model may skip and count it.</summary>
[GenerateSerializer, Alias("UnknownFactException")]
public sealed class UnknownFactException(string message) : Exception(message)
{
    public static UnknownFactException Of(Fact fact) => OfKind(fact.GetType().Name);

    public static UnknownFactException OfKind(string kind) => new(
        $"This program cannot read the fact {kind} here; it is older than the ledger. " +
        "Roll the program forward, or roll the writer back, before this stream is opened again.");
}
