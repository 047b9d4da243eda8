using Supervision.Language;

namespace Supervision.Processes;

/// <summary>The actors in whose streams processes run, as an address names them: the kind before the slash of the stream, the id after it.</summary>
public static class ProcessActors
{
    public const int IdLengthMax = 160;

    public static readonly IReadOnlyList<string> Kinds = ["task", "county", "department", "process", "scheme"];

    /// <summary>The stream; null where no such actor can be.</summary>
    public static string? StreamOf(string? kind, string? id) =>
        kind is not null && Kinds.Contains(kind) && TextId.IsWellFormed(id, IdLengthMax, allowed: ".-") ? $"{kind}/{id}" : null;
}
