using Supervision.Evidence;
using Supervision.Language;

namespace Supervision.Api.Evidence;

/// <summary>What can be answered about an upload: where it stands, or no.</summary>
internal sealed record UploadAnswer(Upload? Upload, long Offset, Receipt Receipt)
{
    public static UploadAnswer At(Upload upload, long offset) => new(upload, offset, new Receipt.Done(0, null));

    public static UploadAnswer No(Refusal refusal, params object[] values) => new(null, 0, refusal.With(values));
}

/// <summary>Takes files piece by piece, and records them once they are whole, known and durable.</summary>
internal sealed class UploadDesk(UploadFolder folder, IEvidenceStore store, IGrainFactory grains)
{
    // What must stay free beside the file itself, for the ledger that shares the disk.
    private static readonly long ReserveBytes = 256L * 1024 * 1024;

    /// <summary>Begins, or goes on with what was announced before in the same words.</summary>
    public async Task<UploadAnswer> BeginAsync(Caller caller, EvidenceHash hash, long size, string name, CancellationToken cancellation)
    {
        if (!EvidenceRules.MayStore(caller)) return UploadAnswer.No(EvidenceRefusals.NotAllowed, RoleLabels.Of(caller));
        if (EvidenceRules.SizeRefused(size) is Decision.Refused unfit) return UploadAnswer.No(unfit.Refusal, [.. unfit.Values]);

        var upload = Upload.Of(caller.Account, hash, size, EvidenceNames.Cleaned(name));
        if (await folder.FindAsync(upload.Id, caller.Account, cancellation) is { } known)
            return UploadAnswer.At(known, folder.OffsetOf(known));
        if (await folder.CountAsync(caller.Account, cancellation) >= EvidenceRules.UploadsMax)
            return UploadAnswer.No(EvidenceRefusals.TooManyUploads, EvidenceRules.UploadsMax);
        if (folder.FreeBytes < size + ReserveBytes) return UploadAnswer.No(EvidenceRefusals.StoreFull);

        await folder.KeepAsync(upload, cancellation);
        return UploadAnswer.At(upload, 0);
    }

    public async Task<UploadAnswer> FindAsync(Caller caller, string id, CancellationToken cancellation) =>
        await folder.FindAsync(id, caller.Account, cancellation) is { } upload
            ? UploadAnswer.At(upload, folder.OffsetOf(upload))
            : UploadAnswer.No(EvidenceRefusals.UploadNotFound);

    public async Task<UploadAnswer> AppendAsync(Caller caller, string id, long offset, Stream content, CancellationToken cancellation)
    {
        using var claim = folder.Claim(id);
        if (claim is null) return UploadAnswer.No(EvidenceRefusals.UploadBusy);
        if (await folder.FindAsync(id, caller.Account, cancellation) is not { } upload)
            return UploadAnswer.No(EvidenceRefusals.UploadNotFound);
        if (folder.OffsetOf(upload) is var at && at != offset) return UploadAnswer.No(EvidenceRefusals.OtherOffset, at);

        var after = await folder.AppendAsync(upload, content, cancellation);
        return after > upload.Size ? UploadAnswer.No(EvidenceRefusals.OtherOffset, upload.Size) : UploadAnswer.At(upload, after);
    }

    /// <summary>Into the store first, then into the ledger: what the ledger speaks of is there.</summary>
    public async Task<UploadAnswer> CompleteAsync(Caller caller, string id, CancellationToken cancellation)
    {
        using var claim = folder.Claim(id);
        if (claim is null) return UploadAnswer.No(EvidenceRefusals.UploadBusy);
        if (await folder.FindAsync(id, caller.Account, cancellation) is not { } upload)
            return UploadAnswer.No(EvidenceRefusals.UploadNotFound);

        if (upload.Type is null)
        {
            var stored = await StoreAsync(upload, cancellation);
            if (stored.Receipt is Receipt.Refused) return stored;
            upload = stored.Upload!;
        }

        var receipt = await grains.GetGrain<IEvidenceGrain>(upload.Hash.Value)
            .ExecuteAsync(caller, new StoreEvidence(upload.Key, upload.Size, upload.Type!, upload.Name));
        // It was removed by law while it was on its way; nothing may stay of it.
        if (receipt is Receipt.Refused { Code: var code } && code == EvidenceRefusals.Removed.Code)
        {
            await store.EraseAsync(upload.Hash, cancellation);
            folder.Remove(upload);
        }

        return new UploadAnswer(upload, upload.Size, receipt);
    }

    /// <summary>Twice is as good as once.</summary>
    public async Task<UploadAnswer> AbandonAsync(Caller caller, string id, CancellationToken cancellation)
    {
        using var claim = folder.Claim(id);
        if (claim is null) return UploadAnswer.No(EvidenceRefusals.UploadBusy);

        var upload = await folder.FindAsync(id, caller.Account, cancellation);
        if (upload is not null) folder.Remove(upload);
        return new UploadAnswer(upload, 0, new Receipt.Done(0, null));
    }

    private async Task<UploadAnswer> StoreAsync(Upload upload, CancellationToken cancellation)
    {
        if (folder.OffsetOf(upload) is var at && at < upload.Size)
            return UploadAnswer.No(EvidenceRefusals.UploadIncomplete, at, upload.Size);

        if (await TryStoreAsync(upload, cancellation) is { } no)
        {
            folder.Remove(upload);
            return no;
        }

        var stored = (await folder.FindAsync(upload.Id, upload.Account, cancellation))!;
        folder.RemovePart(stored);
        return UploadAnswer.At(stored, stored.Size);
    }

    // Null when it is in the store and known as such.
    private async Task<UploadAnswer?> TryStoreAsync(Upload upload, CancellationToken cancellation)
    {
        await using var content = folder.OpenPart(upload);
        var kind = await FileKind.OfAsync(content, cancellation);
        if (kind.Type is null) return UploadAnswer.No(EvidenceRefusals.TypeNotTaken, kind.What);

        content.Position = 0;
        try
        {
            await store.PutAsync(upload.Hash, content, cancellation);
        }
        catch (InvalidDataException)
        {
            return UploadAnswer.No(EvidenceRefusals.OtherHash);
        }

        await folder.KeepAsync(upload with { Type = kind.Type }, cancellation);
        return null;
    }
}
