using System.Collections.Frozen;

namespace Supervision.Workflows;

/// <summary>The definitions that come with the system. An office publishes its own versions over them.</summary>
public static class ShippedDefinitions
{
    public const string Directive = "directive";
    public const string Extension = "extension";
    public const string SubLadder = "sub-ladder";
    public const string MissedReport = "missed-report";

    /// <summary>The bytes of each, by its definition id.</summary>
    public static FrozenDictionary<string, ReadOnlyMemory<byte>> All { get; } = new[] { Directive, Extension, SubLadder, MissedReport }
        .ToFrozenDictionary(id => id, Load, StringComparer.Ordinal);

    private static ReadOnlyMemory<byte> Load(string id)
    {
        using var resource = typeof(ShippedDefinitions).Assembly.GetManifestResourceStream($"{id}.json")!;
        var bytes = new byte[resource.Length];
        resource.ReadExactly(bytes);
        return bytes;
    }
}
