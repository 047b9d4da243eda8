namespace Supervision.Definitions;

/// <summary>The stable ids of the definitions that rules start.</summary>
public static class DefinitionNames
{
    /// <summary>督办事项主流程.</summary>
    public const string Directive = "directive";

    /// <summary>13710 督办流程.</summary>
    public const string Directive13710 = "13710";

    /// <summary>What a task can be registered to run; the first unless it says otherwise.</summary>
    public static readonly IReadOnlyList<string> OfTasks = [Directive, Directive13710];

    /// <summary>子方案任务主流程: a task of a sub-plan, whose own head reviews and verifies. Never chosen by hand.</summary>
    public const string SubTask = "sub-task";

    /// <summary>延期审批.</summary>
    public const string Extension = "extension";

    /// <summary>提请审批: a change of a task that needs somebody's consent.</summary>
    public const string Consent = "consent";

    /// <summary>催报逐级升级, in the stream of a county or a department.</summary>
    public const string MissedReport = "missed-report";

    /// <summary>子方案审定, where an activity that asks for a sub-plan names no other.</summary>
    public const string SubPlanApproval = "sub-plan-approval";

    /// <summary>方案审定, of a plan of the city.</summary>
    public const string PlanApproval = "plan-approval";

    /// <summary>方案调整, of any plan.</summary>
    public const string PlanRevision = "plan-revision";

    /// <summary>考核办法审定, of a scheme and of each change of it.</summary>
    public const string SchemeApproval = "scheme-approval";
}
