using Supervision.Evidence;
using Supervision.Silo.Processes;
using Supervision.Tasks;

namespace Supervision.Silo.Evidence;

/// <summary>What the ledger knows of the files that a command names. Read from the ledger: no actor waits for another.</summary>
internal static class CitedEvidence
{
    public static string StreamOf(EvidenceHash hash) => $"evidence/{hash}";

    /// <summary>Files nobody has brought are not among them.</summary>
    public static async Task<IReadOnlyDictionary<EvidenceHash, EvidenceFile>> ByAsync(DefinitionSource streams, object command)
    {
        var found = new Dictionary<EvidenceHash, EvidenceFile>();
        if (command is not ICitesEvidence { Evidence: { } evidence }) return found;

        foreach (var reference in evidence.Select(piece => piece.Reference ?? "").Where(EvidenceHash.IsNamedIn).Distinct().Take(TaskRules.EvidenceMax))
        {
            if (!EvidenceHash.TryParse(reference, null, out var hash)) continue;

            var file = await streams.LoadAsync<EvidenceFile>(StreamOf(hash));
            if (file.Hash is not null) found[hash] = file;
        }

        return found;
    }
}
