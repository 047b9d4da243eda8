using Supervision.Language;
using Supervision.Tasks;

namespace Supervision.Schemes;

/// <summary>What one can ask of a scheme of evaluation. Who may is said by <see cref="SchemeRights"/>.</summary>
[GenerateSerializer, Immutable, Alias("SchemeCommand")]
public abstract record SchemeCommand([property: Id(0)] CommandKey Key) : ICommand;

/// <summary>起草: the scheme as it shall be, whole; it takes the place of the draft there is.</summary>
/// <param name="Scheme">As docs/rules/evaluation-bundle.md has it, with the code of the address and the version it would become.</param>
[GenerateSerializer, Immutable, Alias("Scheme.Draft")]
public sealed record DraftScheme(CommandKey Key, [property: Id(1)] JsonText Scheme) : SchemeCommand(Key);

/// <summary>沿用: a draft made from another scheme, such as last year's, under a code of its own.</summary>
/// <param name="Source">The other scheme, a version in force.</param>
/// <param name="Name">Its new name; null to keep the old one.</param>
[GenerateSerializer, Immutable, Alias("Scheme.Copy")]
public sealed record CopyScheme(
    CommandKey Key, [property: Id(1)] JsonText Source, [property: Id(2)] string? Name = null) : SchemeCommand(Key);

/// <summary>报审: checked and without an error, it goes to those who approve it.</summary>
[GenerateSerializer, Immutable, Alias("Scheme.Submit")]
public sealed record SubmitScheme(CommandKey Key) : SchemeCommand(Key);

/// <summary>审批: answers an approval of the scheme.</summary>
/// <param name="Wait">Which waiting approval; null when there is only one that this caller may answer.</param>
[GenerateSerializer, Immutable, Alias("Scheme.Decide")]
public sealed record DecideScheme(
    CommandKey Key,
    [property: Id(1)] Verdict Verdict,
    [property: Id(2)] string? Opinion = null,
    [property: Id(3)] string? Wait = null) : SchemeCommand(Key);

/// <summary>启动修订 of a frozen scheme; it stays in force until the change is approved.</summary>
[GenerateSerializer, Immutable, Alias("Scheme.Reopen")]
public sealed record ReopenScheme(CommandKey Key, [property: Id(1)] string Reason) : SchemeCommand(Key);

/// <summary>放弃修订: what is in force stays.</summary>
[GenerateSerializer, Immutable, Alias("Scheme.AbandonChange")]
public sealed record AbandonSchemeChange(CommandKey Key, [property: Id(1)] string Reason) : SchemeCommand(Key);
