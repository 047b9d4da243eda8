using Supervision.Language;

namespace Supervision.Workflows;

/// <summary>What the world outside a definition knows and the checks need. What is null is not known, and not judged.</summary>
/// <param name="Published">Of the names that the definition mentions, those that are published.</param>
/// <param name="Held">The roles that some open account holds.</param>
public sealed record Surroundings(IReadOnlySet<string>? Published, IReadOnlySet<Role>? Held)
{
    public static Surroundings Unknown { get; } = new(null, null);
}
