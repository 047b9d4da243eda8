using Microsoft.Extensions.Caching.Memory;
using Supervision.Accounts;
using Supervision.Language;

namespace Supervision.Api.Security;

/// <summary>Accounts as they are now, at most <see cref="KeptFor"/> ago: a post taken away is gone within that time.</summary>
internal sealed class CurrentAccounts(IGrainFactory grains, Callers callers, TimeProvider clock) : IDisposable
{
    public static readonly TimeSpan KeptFor = TimeSpan.FromSeconds(10);

    private static readonly int KeptMax = 10_000;

    private readonly MemoryCache _kept = new(new MemoryCacheOptions { SizeLimit = KeptMax });

    /// <summary>The account, or null when there is none, or it is closed.</summary>
    public async Task<AccountView?> FindAsync(AccountId id)
    {
        if (_kept.TryGetValue<Kept>(id, out var kept) && kept!.Until > clock.GetUtcNow())
            return kept.Account;

        var account = await grains.GetGrain<IAccountGrain>(id.Value).ViewAsync(callers.Gateway());
        var current = account is { IsClosed: false } ? account : null;
        var until = clock.GetUtcNow() + KeptFor;
        _kept.Set(id, new Kept(current, until), new MemoryCacheEntryOptions { Size = 1, AbsoluteExpirationRelativeToNow = KeptFor });
        return current;
    }

    /// <summary>The gateway itself has just changed the account; the next request sees it.</summary>
    public void Forget(AccountId id) => _kept.Remove(id);

    public void Dispose() => _kept.Dispose();

    private sealed record Kept(AccountView? Account, DateTimeOffset Until);
}
