using System.Collections.Concurrent;
using System.Security.Cryptography;
using Supervision.Language;

namespace Supervision.Api.Security;

/// <summary>The sessions that are open here. A ticket whose session is not in it is worth nothing, however well it is signed.</summary>
internal sealed class SessionRegister(TimeProvider clock)
{
    private readonly ConcurrentDictionary<string, Session> _open = new();

    public IReadOnlyList<Session> All => [.. _open.Values];

    public Session Begin(AccountId account)
    {
        Sweep();
        EndOldestOf(account);
        var now = clock.GetUtcNow();
        var session = new Session(RandomNumberGenerator.GetHexString(32, lowercase: true), account, now, now);
        _open[session.Id] = session;
        return session;
    }

    /// <summary>Continues what an earlier process wrote down when it stopped.</summary>
    public void Resume(IEnumerable<Session> sessions)
    {
        foreach (var session in sessions.Where(session => SessionRules.IsAlive(session, clock.GetUtcNow())))
            _open[session.Id] = session;
    }

    /// <summary>The session, seen now; null when it ended, idled away or grew too old.</summary>
    public Session? Touch(string id)
    {
        var now = clock.GetUtcNow();
        if (!_open.TryGetValue(id, out var session))
            return null;
        if (!SessionRules.IsAlive(session, now))
        {
            End(id);
            return null;
        }

        var seen = session with { SeenAt = now };
        // Lost against an end in the same moment: then it has ended.
        return _open.TryUpdate(id, seen, session) || _open.ContainsKey(id) ? seen : null;
    }

    public void End(string id) => _open.TryRemove(id, out _);

    /// <summary>After a change of password: whoever else was signed in with the old one is not any more.</summary>
    public void EndOthersOf(AccountId account, string? except)
    {
        foreach (var session in _open.Values.Where(session => session.Account == account && session.Id != except))
            End(session.Id);
    }

    private void EndOldestOf(AccountId account)
    {
        var own = _open.Values.Where(session => session.Account == account).OrderByDescending(session => session.SeenAt);
        foreach (var session in own.Skip(SessionRules.OfAccountMax - 1))
            End(session.Id);
    }

    private void Sweep()
    {
        foreach (var session in _open.Values.Where(session => !SessionRules.IsAlive(session, clock.GetUtcNow())))
            End(session.Id);
    }
}
