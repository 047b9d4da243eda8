using Supervision.Evaluations;
using Supervision.Language;

namespace Supervision.Schemes;

/// <summary>One scheme of evaluation (考核办法) and the only writer of its stream. Key: its code, an <see cref="ItemCode"/>.</summary>
[Alias("supervision.scheme")]
public interface ISchemeGrain : IStreamGrain, IGrainWithStringKey
{
    /// <summary>Refusals: <see cref="SchemeRefusals"/>.</summary>
    [Alias("execute")]
    Task<Receipt> ExecuteAsync(Caller caller, SchemeCommand command);

    /// <summary>Null for whoever may not see it.</summary>
    [Alias("view"), Orleans.Concurrency.AlwaysInterleave]
    Task<SchemeView?> ViewAsync(Caller caller);

    /// <summary>The versions that were frozen, oldest first; null as above.</summary>
    [Alias("versions"), Orleans.Concurrency.AlwaysInterleave]
    Task<IReadOnlyList<FrozenScheme>?> VersionsAsync(Caller caller);

    /// <summary>Who decided what and when; null for whoever may not see drafts.</summary>
    [Alias("history"), Orleans.Concurrency.AlwaysInterleave]
    Task<SchemeHistory?> HistoryAsync(Caller caller);

    /// <summary>What a version changed of the one before it, or, with the number of the next, what its draft would; null where there is none, or as above.</summary>
    [Alias("difference"), Orleans.Concurrency.AlwaysInterleave]
    Task<SchemeDifference?> DifferenceAsync(Caller caller, int version);
}
