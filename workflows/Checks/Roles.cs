using Supervision.Definitions;
using Supervision.Processes;
using Supervision.Language;

namespace Supervision.Workflows.Checks;

/// <summary>Waits for a role that nobody holds: nobody could answer them.</summary>
internal static class Roles
{
    public static IEnumerable<DefinitionFinding> Find(CheckedDefinition at) =>
        from node in at.Nodes
        where Waiting.For(node) == WaitsFor.Office
        let role = Literals.Text(node, WaitRules.Role)
        where at.Outside.Held is { } held && Enum.TryParse<Role>(role, out var named) && !held.Contains(named)
        select at.Judge(
            node, WaitRules.Role, "role-unheld",
            $"目前没有人担任“{role}”，“{node.DisplayText}”无人能办；请先授予该角色，或改由他人办理。",
            $"Nobody holds the role '{role}', so nobody could answer '{node.DisplayText}'; grant it first, or name another role.");
}
