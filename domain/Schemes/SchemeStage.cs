using Supervision.Language;

namespace Supervision.Schemes;

/// <summary>Where a scheme is on its way. Names are strings outside: add at the end, never rename.</summary>
[GenerateSerializer, Alias("SchemeStage")]
public enum SchemeStage
{
    /// <summary>Its first version is written.</summary>
    Drafted,

    /// <summary>It lies with those who approve it, and stands still.</summary>
    Submitted,

    /// <summary>In force; agencies are evaluated by it.</summary>
    Frozen,

    /// <summary>In force, and its next version is written.</summary>
    Reopened,
}

internal static class SchemeStages
{
    public static SchemeStage Of(SchemeState scheme) =>
        scheme.IsFrozen ? SchemeStage.Frozen
        : SchemeProcedure.IsUnderApproval(scheme) ? SchemeStage.Submitted
        : scheme.Frozen is not null ? SchemeStage.Reopened
        : SchemeStage.Drafted;

    public static Term NameOf(SchemeStage stage) => stage switch
    {
        SchemeStage.Drafted => new("起草中", "drafted"),
        SchemeStage.Submitted => new("审批中", "under approval"),
        SchemeStage.Frozen => new("已冻结", "frozen"),
        SchemeStage.Reopened => new("修订中", "being changed"),
        _ => throw new System.Diagnostics.UnreachableException(),
    };
}
