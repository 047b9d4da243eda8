namespace Supervision.Language;

/// <summary>The words for posts, as sentences and pages use them.</summary>
public static class RoleLabels
{
    public static Term Of(Role role) => role switch
    {
        Role.Handler => new("承办人", "handler"),
        Role.Liaison => new("联络员", "liaison"),
        Role.AgencyHead => new("单位主要负责人", "head of agency"),
        Role.LeaderInCharge => new("分管领导", "leader in charge"),
        Role.OfficeClerk => new("督查室工作人员", "office clerk"),
        Role.OfficeDirector => new("督查室负责人", "office director"),
        Role.Evaluator => new("考核评委", "evaluator"),
        Role.Auditor => new("审计管理员", "auditor"),
        Role.Designer => new("流程设计员", "workflow designer"),
        Role.SystemAdministrator => new("系统管理员", "system administrator"),
        Role.SecurityAdministrator => new("安全管理员", "security administrator"),
        Role.Clock or Role.Follower or Role.Founder or Role.Gateway => new("系统", "the system"),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    public static Term Of(Caller caller) => caller.Roles.Count == 0 ? new("无岗位", "none") : Term.Join(caller.Roles.Select(Of));

    /// <summary>A post as a definition names it; the name itself where it is none of ours.</summary>
    public static Term OfName(string name) => Enum.TryParse<Role>(name, out var role) ? Of(role) : Term.Plain(name);
}
