using Supervision.Language;
using Supervision.Tasks;

namespace Supervision.Numbers;

/// <summary>What a follower asks of a series. Nobody gives a number by hand.</summary>
[GenerateSerializer, Immutable, Alias("SeriesCommand")]
public abstract record SeriesCommand([property: Id(0)] CommandKey Key) : ICommand;

/// <summary>编号: the next number for a task; the one it has, where it has one.</summary>
[GenerateSerializer, Immutable, Alias("Series.Allot")]
public sealed record AllotNumber(CommandKey Key, [property: Id(1)] TaskId Task) : SeriesCommand(Key);

/// <summary>作废 of the number of a task.</summary>
[GenerateSerializer, Immutable, Alias("Series.Void")]
public sealed record VoidNumber(CommandKey Key, [property: Id(1)] TaskId Task) : SeriesCommand(Key);
