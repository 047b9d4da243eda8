using Supervision.Language;

namespace Supervision.Processes;

/// <summary>What one can ask of a process in any stream, whatever it is about. Standing: no waiting point is needed.</summary>
/// <param name="Instance">The process instance within the stream.</param>
[GenerateSerializer, Immutable, Alias("ProcessCommand")]
public abstract record ProcessCommand([property: Id(0)] CommandKey Key, [property: Id(1)] string Instance) : ICommand;

/// <summary>重试: the activity that failed runs again.</summary>
[GenerateSerializer, Immutable, Alias("Process.RetryIncident")]
public sealed record RetryIncident(CommandKey Key, string Instance, [property: Id(0)] int Run) : ProcessCommand(Key, Instance);

/// <summary>跳过: the activity that failed counts as completed.</summary>
/// <param name="Outcome">One that the activity declares; null for Done.</param>
[GenerateSerializer, Immutable, Alias("Process.SkipIncident")]
public sealed record SkipIncident(
    CommandKey Key, string Instance, [property: Id(0)] int Run, [property: Id(1)] string Reason, [property: Id(2)] string? Outcome = null)
    : ProcessCommand(Key, Instance);

/// <summary>中止流程: the process ends where it stands. What it was about stays as it is and needs a decision.</summary>
[GenerateSerializer, Immutable, Alias("Process.Abort")]
public sealed record AbortProcess(CommandKey Key, string Instance, [property: Id(0)] string Reason) : ProcessCommand(Key, Instance);

/// <summary>迁移: a running process goes over to another content of its definition, whole or not at all.</summary>
/// <param name="To">The hash of the content, which must have been published.</param>
/// <param name="From">Only from this content; null for any.</param>
[GenerateSerializer, Immutable, Alias("Process.Migrate")]
public sealed record MigrateProcess(
    CommandKey Key, string Instance, [property: Id(0)] string To, [property: Id(1)] string? From = null) : ProcessCommand(Key, Instance);
