using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Supervision.Language;
using Supervision.Notices;
using Supervision.Silo.Actors;
using Supervision.Silo.Erasable;

namespace Supervision.Silo.Notices;

/// <remarks>One document a person in the erasable store; it is written before anything is answered.</remarks>
[GrainType("inbox")]
internal sealed class InboxGrain(ActorServices services, IErasableStore store) : Grain, IInboxGrain
{
    /// <summary>Who took a mail and is not heard of again has died with it; another gateway may try.</summary>
    public static readonly TimeSpan TakenFor = TimeSpan.FromMinutes(3);

    private const int IdBytes = 12;

    private Kept _kept = Kept.Nothing;
    private DateTimeOffset _takenUntil;

    private AccountId Id => new(this.GetPrimaryKeyString());

    private string Key => $"inbox/{Id}";

    private DateTimeOffset Now => services.Clock.GetUtcNow();

    public override async Task OnActivateAsync(CancellationToken cancellationToken) =>
        _kept = await store.FindAsync(Key) is { } bytes ? JsonSerializer.Deserialize<Kept>(bytes, FactJson.Options)! : Kept.Nothing;

    public Task<InboxView?> ViewAsync(Caller caller) => Task.FromResult(
        caller.Account == Id || caller.IsAny(Role.Gateway, Role.SystemAdministrator)
            ? new InboxView(_kept.Marks, _kept.Settings, _kept.Outbox)
            : null);

    public async Task<Receipt> MarkAsync(Caller caller, MarkNotices mark) =>
        caller.Account != Id ? NotAllowed(caller)
        : _kept.Marks.With(mark) is not { } marks ? NoticeRefusals.TooManyMarks.With([NoticeMarks.OnesMax])
        : await KeepAsync(_kept with { Marks = marks });

    public async Task<Receipt> SetAsync(Caller caller, NoticeSettings settings, FeedStand stand)
    {
        if (caller.Account != Id) return NotAllowed(caller);
        if (settings.Flaw() is { } flaw) return flaw.Refusal.With(flaw.Values);

        var (outbox, had) = (_kept.Outbox, _kept.Settings?.Address);
        if (settings.Address is null)
            outbox = Outbox.Empty; // What was on its way goes nowhere any more; the inbox has it.
        else if (had is null)
            outbox = Outbox.Empty with { SentUpTo = stand };
        else if (had != settings.Address)
            outbox = OutboxRules.Resume(outbox, settings.Address, Now);
        return await KeepAsync(_kept with { Settings = settings, Outbox = outbox });
    }

    public async Task<OutgoingMail?> TakeMailAsync(Caller caller, FeedStand from, FeedStand upTo, IReadOnlyList<PendingNotice> pending)
    {
        Require(caller);
        if (_kept.Settings is not { Address: { } address } settings || _kept.Outbox.Parked is not null || _takenUntil > Now)
            return null;

        if (_kept.Outbox.Mail is null)
        {
            var now = DeliveryRules.Now(pending, settings, services.Calendar, Now);
            if (now.Count == 0 || !from.Equals(_kept.Outbox.SentUpTo)) return null;

            await KeepAsync(_kept with { Outbox = OutboxRules.Fix(_kept.Outbox, MailId(now), address, now, upTo, Now) });
        }

        if (_kept.Outbox.Mail!.NotBefore > Now) return null;

        _takenUntil = Now + TakenFor;
        return _kept.Outbox.Mail;
    }

    public async Task<Receipt> SettleMailAsync(Caller caller, string mail, SendOutcome outcome, string? error)
    {
        Require(caller);
        if (_kept.Outbox.Mail?.Id == mail) _takenUntil = default;
        return await KeepAsync(_kept with { Outbox = OutboxRules.Settle(_kept.Outbox, mail, outcome, error, Now) });
    }

    public async Task<Receipt> RetryAsync(Caller caller) => caller.Is(Role.SystemAdministrator)
        ? await KeepAsync(_kept with { Outbox = OutboxRules.Resume(_kept.Outbox, null, Now) })
        : NotAllowed(caller);

    // A failed write leaves it open which of both the store holds: the next call reads.
    private async Task<Receipt> KeepAsync(Kept kept)
    {
        try
        {
            await store.PutAsync(Key, JsonSerializer.SerializeToUtf8Bytes(kept, FactJson.Options));
        }
        catch
        {
            DeactivateOnIdle();
            throw;
        }

        _kept = kept;
        return new Receipt.Done(0, null);
    }

    // No notice is in two mails of a person, so the first of them and who it is for name the mail.
    private string MailId(IReadOnlyList<PendingNotice> now) => Convert.ToHexStringLower(SHA256.HashData(
        Encoding.UTF8.GetBytes($"{services.Ledger.Store.Id}|{Id}|{string.Join('|', now.Select(notice => notice.Id))}")).AsSpan(0, IdBytes));

    private static void Require(Caller caller)
    {
        if (!caller.Is(Role.Gateway)) throw new CallerNotVerifiedException(nameof(IInboxGrain));
    }

    private static Receipt.Refused NotAllowed(Caller caller) => NoticeRefusals.NotAllowed.With([RoleLabels.Of(caller)]);

    internal sealed record Kept(NoticeMarks Marks, NoticeSettings? Settings, Outbox Outbox)
    {
        public static Kept Nothing { get; } = new(NoticeMarks.None, null, Outbox.Empty);
    }
}
