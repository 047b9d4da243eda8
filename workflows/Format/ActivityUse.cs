using System.Text.Json;

namespace Supervision.Workflows;

/// <summary>How a node names the workflow that it uses as an activity.</summary>
/// <param name="Type">The activity type: the workflow's name without spaces, or its definition id.</param>
/// <param name="DefinitionId">The workflow's stable id, where the designer wrote it; else empty.</param>
/// <param name="Hash">The content that was current when the user of it was published; empty in a draft.</param>
public sealed record ActivityUse(string Type, string DefinitionId, string Hash)
{
    /// <summary>The member that publishing adds to a node, so that what a workflow uses never changes under it.</summary>
    public const string HashMember = "workflowDefinitionHash";

    internal static ActivityUse Of(JsonElement node) => new(node.Text("type"), node.Text("workflowDefinitionId"), node.Text(HashMember));
}
