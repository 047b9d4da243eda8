using Supervision.Language;

namespace Supervision.Definitions;

/// <summary>Who may publish and see definitions. Pure.</summary>
public static class DefinitionRules
{
    public static bool MayPublish(Caller caller) => caller.IsAny(Role.Designer, Role.Founder);

    /// <summary>A definition is no secret: whoever works with a process may see how it goes.</summary>
    public static bool MayView(Caller caller) => caller.Roles.Count > 0;
}
