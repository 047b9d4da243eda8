namespace Supervision.Language;

/// <summary>A call reached a grain without a caller that was minted and is still in force. A bug or an attack, never a mistake of a user.</summary>
[GenerateSerializer, Alias("CallerNotVerifiedException")]
public sealed class CallerNotVerifiedException(string method)
    : Exception($"The call {method} carries no verified caller; it was refused before it ran.");
