using Supervision.Language;

namespace Supervision.Processes;

/// <summary>What one can ask of a free-standing process.</summary>
[GenerateSerializer, Immutable, Alias("FreeProcessCommand")]
public abstract record FreeProcessCommand([property: Id(0)] CommandKey Key) : ICommand;

/// <summary>启动流程: a process of a published definition begins.</summary>
/// <param name="Definition">The definition's id.</param>
/// <param name="Input">Workflow input by name: an object.</param>
/// <param name="CorrelationId">What events find it by; null for none.</param>
[GenerateSerializer, Immutable, Alias("FreeProcess.Start")]
public sealed record StartProcess(
    CommandKey Key, [property: Id(0)] string Definition, [property: Id(1)] JsonText? Input = null,
    [property: Id(2)] string? CorrelationId = null) : FreeProcessCommand(Key);

/// <summary>A follower starts a process for another actor: a parent or a trigger. It cannot be refused for what the definition does.</summary>
[GenerateSerializer, Immutable, Alias("FreeProcess.StartFor")]
public sealed record StartProcessFor(
    CommandKey Key, [property: Id(0)] string Definition, [property: Id(1)] JsonText? Input,
    [property: Id(2)] string? CorrelationId, [property: Id(3)] ProcessOrigin Origin) : FreeProcessCommand(Key);

/// <summary>办理等待环节: answers a wait of the office with one of its outcomes.</summary>
[GenerateSerializer, Immutable, Alias("FreeProcess.AnswerWait")]
public sealed record AnswerWait(
    CommandKey Key, [property: Id(0)] string Wait, [property: Id(1)] string Outcome, [property: Id(2)] JsonText? Data = null)
    : FreeProcessCommand(Key);

/// <summary>完成外部任务: the result of what Elsa's RunTask asked for.</summary>
/// <param name="TaskId">As the activity gave it out; the part after the slash is enough.</param>
[GenerateSerializer, Immutable, Alias("FreeProcess.CompleteTask")]
public sealed record CompleteTask(CommandKey Key, [property: Id(0)] string TaskId, [property: Id(1)] JsonText? Result = null)
    : FreeProcessCommand(Key);

/// <summary>告知事件: tells this process alone of an event; when it does not wait for it, nothing happens.</summary>
[GenerateSerializer, Immutable, Alias("FreeProcess.TellEvent")]
public sealed record TellEvent(CommandKey Key, [property: Id(0)] string Name, [property: Id(1)] JsonText? Payload = null)
    : FreeProcessCommand(Key);

/// <summary>取消流程: the process ends where it stands.</summary>
[GenerateSerializer, Immutable, Alias("FreeProcess.Cancel")]
public sealed record CancelProcess(CommandKey Key) : FreeProcessCommand(Key);
