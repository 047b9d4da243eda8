using Supervision.Language;

namespace Supervision.Tasks;

/// <summary>交承办人: somebody of the lead agency is to do it. Standing; again with another name it goes to that one.</summary>
/// <param name="Handler">An account of the lead agency with the post 承办人.</param>
[GenerateSerializer, Immutable, Alias("Task.Delegate")]
public sealed record DelegateToHandler(
    CommandKey Key, [property: Id(1)] AccountId Handler, [property: Id(2)] string? Note = null) : TaskCommand(Key);

/// <summary>收回: every handler of the lead may report again. Standing.</summary>
[GenerateSerializer, Immutable, Alias("Task.TakeBack")]
public sealed record TakeBack(CommandKey Key) : TaskCommand(Key);
