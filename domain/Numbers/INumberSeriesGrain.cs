using Supervision.Language;
using Supervision.Tasks;

namespace Supervision.Numbers;

/// <summary>One series of document numbers in one year, and the only writer of its stream. Key: the <see cref="SeriesId"/>.</summary>
/// <remarks>Commands run one at a time, so that two tasks that ask together get two numbers.</remarks>
[Alias("supervision.number-series")]
public interface INumberSeriesGrain : IStreamGrain, IGrainWithStringKey
{
    /// <summary>Refusals: <see cref="SeriesRefusals"/>.</summary>
    [Alias("execute")]
    Task<Receipt> ExecuteAsync(Caller caller, SeriesCommand command);

    /// <summary>The numbers after one, in order; null when the caller may not see them.</summary>
    [Alias("view"), Orleans.Concurrency.AlwaysInterleave]
    Task<SeriesView?> ViewAsync(Caller caller, int after, int limit);
}

/// <param name="Last">How many numbers were allotted: the newest.</param>
/// <param name="Void">How many of them are void.</param>
[GenerateSerializer, Immutable, Alias("SeriesView")]
public sealed record SeriesView(
    [property: Id(0)] SeriesId Series,
    [property: Id(1)] long Version,
    [property: Id(2)] int Last,
    [property: Id(3)] int Void,
    [property: Id(4)] IReadOnlyList<AllottedNumber> Items)
{
    public const int LimitDefault = 100;

    public const int LimitMax = 500;

    public static SeriesView Of(NumberSeries state, SeriesId id, long version, int after, int limit) => new(
        id, version, state.Last, state.Void.Count,
        [.. state.ByTask.Where(held => held.Value > after).OrderBy(held => held.Value).Take(Math.Clamp(limit, 1, LimitMax))
            .Select(held => new AllottedNumber(held.Value, id.TextOf(held.Value), held.Key, state.Void.Contains(held.Value)))]);
}

/// <param name="IsVoid">作废: its task was taken back.</param>
[GenerateSerializer, Immutable, Alias("AllottedNumber")]
public sealed record AllottedNumber(
    [property: Id(0)] int Number, [property: Id(1)] string Text, [property: Id(2)] TaskId Task, [property: Id(3)] bool IsVoid);
