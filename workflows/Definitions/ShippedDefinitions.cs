using System.Collections.Frozen;
using Supervision.Definitions;

namespace Supervision.Workflows;

/// <summary>The definitions that come with the system. An office publishes its own versions over them.</summary>
public static class ShippedDefinitions
{
    /// <summary>督办事项主流程.</summary>
    public const string Directive = DefinitionNames.Directive;

    /// <summary>13710: one day to begin, three to report, seven to solve, a month for complex matters, none left over.</summary>
    public const string Directive13710 = DefinitionNames.Directive13710;

    /// <summary>子方案任务主流程.</summary>
    public const string SubTask = DefinitionNames.SubTask;

    /// <summary>延期审批.</summary>
    public const string Extension = DefinitionNames.Extension;

    /// <summary>提请审批 of a transfer, a termination or a reopening.</summary>
    public const string Consent = DefinitionNames.Consent;

    /// <summary>逐级催办.</summary>
    public const string SubLadder = "sub-ladder";

    /// <summary>缺报催办.</summary>
    public const string MissedReport = DefinitionNames.MissedReport;

    /// <summary>催办 by hand, with a reply.</summary>
    public const string Expedite = "expedite";

    /// <summary>子方案审定.</summary>
    public const string SubPlanApproval = DefinitionNames.SubPlanApproval;

    /// <summary>方案审定.</summary>
    public const string PlanApproval = DefinitionNames.PlanApproval;

    /// <summary>方案调整.</summary>
    public const string PlanRevision = DefinitionNames.PlanRevision;

    /// <summary>会签.</summary>
    public const string CoSigning = "co-signing";

    /// <summary>办结与核查.</summary>
    public const string Verification = "verification";

    /// <summary>整改.</summary>
    public const string Rectification = "rectification";

    /// <summary>复核.</summary>
    public const string Reconsideration = "reconsideration";

    /// <summary>考核.</summary>
    public const string Evaluation = "evaluation";

    /// <summary>项目六阶段.</summary>
    public const string ProjectStages = "project-stages";

    /// <summary>考核办法审定.</summary>
    public const string SchemeApproval = DefinitionNames.SchemeApproval;

    /// <summary>The bytes of each, by its definition id.</summary>
    public static FrozenDictionary<string, ReadOnlyMemory<byte>> All { get; } = new[]
    {
        Directive, Directive13710, SubTask, Extension, SubLadder, MissedReport, Expedite, SubPlanApproval, CoSigning, Verification,
        Rectification, Reconsideration, Evaluation, ProjectStages, PlanApproval, PlanRevision, Consent, SchemeApproval,
    }.ToFrozenDictionary(id => id, Load, StringComparer.Ordinal);

    private static ReadOnlyMemory<byte> Load(string id)
    {
        using var resource = typeof(ShippedDefinitions).Assembly.GetManifestResourceStream($"{id}.json")!;
        var bytes = new byte[resource.Length];
        resource.ReadExactly(bytes);
        return bytes;
    }
}
