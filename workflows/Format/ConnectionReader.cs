using System.Collections.Immutable;
using System.Text.Json;

namespace Supervision.Workflows;

/// <summary>Reads the arrows of a flowchart, in today's form and in the flat form of old versions.</summary>
internal static class ConnectionReader
{
    public static (ImmutableArray<Connection> Connections, ImmutableArray<Connection> Dangling) Read(
        JsonElement flowchart, ImmutableArray<ActivityNode> children)
    {
        if (flowchart.Items("connections").Select(IsFlat).Distinct().Count() > 1)
            throw new DefinitionFormatException($"The connections of '{flowchart.Text("id")}' stand in two forms; write all of them in one.");

        var ids = children.Select(child => child.Id).ToHashSet(StringComparer.Ordinal);
        // A connection written twice counts once.
        var all = flowchart.Items("connections").Select(Read).Distinct().ToArray();
        var sound = all.ToLookup(connection => ids.Contains(connection.Source) && ids.Contains(connection.Target));
        return ([.. sound[true]], [.. sound[false]]);
    }

    private static bool IsFlat(JsonElement connection) => connection.Get("source").ValueKind == JsonValueKind.String;

    private static Connection Read(JsonElement connection)
    {
        var (source, target) = (connection.Get("source"), connection.Get("target"));
        var isFlat = IsFlat(connection);
        var port = isFlat ? connection.Text("sourcePort") : source.Text("port");
        return new Connection(
            isFlat ? source.GetString()! : source.Text("activity"),
            port.Length > 0 ? port : "Done",
            isFlat ? connection.Text("target") : target.Text("activity"));
    }
}
