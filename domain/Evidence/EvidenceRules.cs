using Supervision.Language;

namespace Supervision.Evidence;

/// <summary>Who may bring, see, name and remove a file that proves something. Pure.</summary>
public static class EvidenceRules
{
    public const long BytesMax = 200L * 1024 * 1024;

    /// <summary>Uploads of one account that may be under way at a time.</summary>
    public const int UploadsMax = 20;

    public const int TextLengthMax = 500;

    private static readonly long MegabytesMax = BytesMax / 1024 / 1024;

    public static Decision Decide(EvidenceFile file, EvidenceHash hash, Caller caller, EvidenceCommand command)
    {
        if (!MayGive(caller, command))
            return Decision.Refuse(EvidenceRefusals.NotAllowed, RoleLabels.Of(caller));

        return command switch
        {
            StoreEvidence c => Store(file, hash, caller, c),
            RemoveEvidence c => Remove(file, c),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }

    public static bool MayStore(Caller caller) => caller.IsAny(
        Role.Handler, Role.Liaison, Role.AgencyHead, Role.LeaderInCharge, Role.OfficeClerk, Role.OfficeDirector, Role.Evaluator);

    /// <summary>Whether a file of this size may be announced at all; null when it may.</summary>
    public static Decision? SizeRefused(long size) =>
        size is > 0 and <= BytesMax ? null : Decision.Refuse(EvidenceRefusals.SizeUnfit, MegabytesMax);

    /// <summary>Who brought it, and that person's agency. That a task in reach names it is asked of the register.</summary>
    public static bool MayView(EvidenceFile file, Caller caller) =>
        file.Hash is not null && (caller.Is(Role.Gateway) || (MayStore(caller) && IsHeldBy(file, caller.Agency)));

    /// <summary>Why a report may not name this reference; null when it may. Free text is no reference to a file.</summary>
    /// <param name="known">The files that were found under the references of the command.</param>
    public static Decision? CitationRefused(string reference, Caller caller, IReadOnlyDictionary<EvidenceHash, EvidenceFile> known) =>
        !EvidenceHash.IsNamedIn(reference) ? null
        : !EvidenceHash.TryParse(reference, null, out var hash) ? Decision.Refuse(EvidenceRefusals.ReferenceUnfit, reference)
        // Who could name a file of another agency by its hash could read it on the own task.
        : !known.TryGetValue(hash, out var file) || !IsHeldBy(file, caller.Agency) ? Decision.Refuse(EvidenceRefusals.NotStored, reference)
        : file.Removal is { } gone ? Decision.Refuse(EvidenceRefusals.Removed, gone.Basis)
        : null;

    private static bool MayGive(Caller caller, EvidenceCommand command) =>
        command is RemoveEvidence ? caller.Is(Role.SystemAdministrator) : MayStore(caller);

    private static bool IsHeldBy(EvidenceFile file, AgencyCode agency) => file.Holders.Any(holder => holder.Agency == agency);

    private static Decision Store(EvidenceFile file, EvidenceHash hash, Caller caller, StoreEvidence command) =>
        file.Removal is { } gone ? Decision.Refuse(EvidenceRefusals.Removed, gone.Basis)
        : SizeRefused(command.Size) is { } unfit ? unfit
        : !EvidenceTypes.IsTaken(command.Type) ? Decision.Refuse(EvidenceRefusals.TypeNotTaken, command.Type)
        : file.Holders.Any(holder => holder.Account == caller.Account) ? Decision.Nothing
        : new EvidenceStored(hash, command.Size, command.Type, EvidenceNames.Cleaned(command.Name), caller.Account, caller.Agency);

    // Once more is recorded once more: the bytes may have come back by a copy of the store, and are erased again.
    private static Decision Remove(EvidenceFile file, RemoveEvidence command) =>
        file.Hash is null ? Decision.Refuse(EvidenceRefusals.NotFound)
        : IsUnfit(command.Reason) ? Decision.Refuse(EvidenceRefusals.TextMissing, new Term("理由", "reason"), TextLengthMax)
        : IsUnfit(command.Basis) ? Decision.Refuse(EvidenceRefusals.TextMissing, new Term("依据", "basis in law"), TextLengthMax)
        : new EvidenceRemoved(command.Reason.Trim(), command.Basis.Trim());

    private static bool IsUnfit(string? text) => string.IsNullOrWhiteSpace(text) || text.Length > TextLengthMax || text.Any(char.IsControl);
}
