using Supervision.Language;

namespace Supervision.Silo.Followers;

/// <summary>A command that follows from a recorded fact.</summary>
/// <param name="Target">The actor it goes to; parked as a whole when it cannot be delivered.</param>
internal sealed record FollowUp(string Target, Func<Task<Receipt>> SendAsync);

/// <summary>What follows from a fact for one kind of actors. Each follow-up is keyed by the fact, so twice is as good as once.</summary>
internal interface IDispatch
{
    /// <param name="source">The stream, sequence, author and instant of the fact.</param>
    IEnumerable<FollowUp> Of(FactSource source, Fact fact);
}

/// <summary>What follows from a fact, for whomever.</summary>
internal sealed class Dispatch(IEnumerable<IDispatch> all)
{
    public IEnumerable<FollowUp> Of(FactSource source, Fact fact) => all.SelectMany(each => each.Of(source, fact));
}

/// <summary>Where a fact stands in the ledger.</summary>
internal sealed record FactSource(string Stream, long Seq, AccountId Author, DateTimeOffset RecordedAt)
{
    public string Key => Stream[(Stream.IndexOf('/', StringComparison.Ordinal) + 1)..];

    /// <summary>The key of the n-th command that follows from this fact.</summary>
    public CommandKey CommandKey(int n) => new($"{Stream}:{Seq}:{n}");
}
