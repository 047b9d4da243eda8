using System.Security.Cryptography;
using System.Text;
using Supervision.Agencies;
using Supervision.Api.Problems;
using Supervision.Api.Security;
using Supervision.Calendars;
using Supervision.Imports;
using Supervision.Language;
using Supervision.Tasks;

namespace Supervision.Api.Imports;

/// <summary>Takes a file in: reads it, compares each row with what is there, and hands the rows to the import's actor. Nothing else changes.</summary>
/// <remarks>What is unreadable is refused before anything is kept. An upload that breaks off goes on when it is sent again with its key.</remarks>
internal sealed class ImportDesk(
    IGrainFactory grains, Callers callers, WorkingCalendar calendar, Organisation organisation, TimeProvider time)
{
    private readonly Dictionary<ImportKind, IComparison> _comparisons = new()
    {
        [ImportKind.Tasks] = new TaskComparison(grains, organisation),
        [ImportKind.PlanItems] = new PlanComparison(grains, organisation),
    };

    /// <summary>The id follows from account and key: a retry names the same import.</summary>
    public static ImportId IdOf(AccountId account, CommandKey key) => new(
        "i-" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{account}\n{key}")).AsSpan(0, 10)));

    public async Task<(ImportId Id, Receipt Receipt)> TakeAsync(SignedIn user, CommandKey key, ImportUpload upload)
    {
        var id = IdOf(user.Caller.Account, key);
        if (!ImportRules.MayImport(user.Caller))
            return (id, ImportRefusals.NotAllowed.With([RoleLabels.Of(user.Caller)]));

        try
        {
            return (id, await TakeAsync(user, key, id, upload, await _comparisons[upload.Kind].OpenAsync(user.Caller, upload)));
        }
        catch (RefusedException no)
        {
            return (id, no.Refused);
        }
    }

    private async Task<Receipt> TakeAsync(SignedIn user, CommandKey key, ImportId id, ImportUpload upload, OpenedSheet sheet)
    {
        var import = grains.GetGrain<IImportGrain>(id.Value);
        var receipt = await import.ExecuteAsync(callers.Again(user.Caller), new OpenImport(
            key, upload.Kind, upload.Plan, sheet.PlanVersion, upload.Source, upload.Name, upload.Sha256, sheet.Columns, sheet.Rows));
        if (receipt is Receipt.Refused)
            return receipt;

        var there = (await import.ViewAsync(callers.Again(user.Caller)))!;
        for (var from = there.Taken; from < sheet.Rows; from += ImportRules.ChunkRows)
        {
            var caller = callers.Again(user.Caller); // A caller lives for two minutes; a long file takes longer.
            var chunk = from / ImportRules.ChunkRows;
            var rows = await sheet.CheckAsync(caller, from, Math.Min(ImportRules.ChunkRows, sheet.Rows - from), Context());
            receipt = await import.ExecuteAsync(caller, new TakeRows(new CommandKey($"{id}:{chunk}"), chunk, rows));
            if (receipt is Receipt.Refused)
                return receipt;
        }

        return receipt;
    }

    private TaskContext Context() => new(default, time.GetUtcNow(), calendar, organisation);
}

/// <summary>Reads a file of one kind and compares its rows with what is there.</summary>
internal interface IComparison
{
    /// <exception cref="RefusedException">The file is refused as a whole.</exception>
    Task<OpenedSheet> OpenAsync(Caller caller, ImportUpload upload);
}

/// <summary>A file that was read; its rows are compared as they are asked for.</summary>
/// <param name="CheckAsync">Rows from a place on, so many, with what the dry run says.</param>
internal sealed record OpenedSheet(
    IReadOnlyList<string> Columns, int Rows, long? PlanVersion,
    Func<Caller, int, int, TaskContext, Task<IReadOnlyList<ImportRow>>> CheckAsync);
