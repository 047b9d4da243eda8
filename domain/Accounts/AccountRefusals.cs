using Supervision.Language;

namespace Supervision.Accounts;

/// <summary>What a rule of accounts says no with.</summary>
public static class AccountRefusals
{
    public static readonly Refusal NotFound = new("account.not-found",
        "没有账号“{0}”，或您无权查看；请核对。", "There is no account \"{0}\", or you may not see it; check the name.");

    public static readonly Refusal NotAllowed = new("account.not-allowed",
        "您的岗位（{0}）不能办理账号事务“{1}”；请转相应管理员。",
        "Your posts ({0}) do not allow \"{1}\" on accounts; ask the administrator concerned.");

    public static readonly Refusal Exists = new("account.exists",
        "账号“{0}”已存在；请换一个名称。", "Account \"{0}\" exists already; choose another name.");

    public static readonly Refusal ReservedName = new("account.reserved-name",
        "“{0}”是系统自用的名称；请换一个账号名。", "\"{0}\" is a name of the system itself; choose another.");

    public static readonly Refusal NameMissing = new("account.name-missing",
        "姓名不能为空，最多 {0} 字。", "The name must not be empty and holds at most {0} characters.");

    public static readonly Refusal AgencyUnknown = new("account.agency-unknown",
        "组织机构中没有“{0}”；请从机构列表中选择代码。", "There is no agency \"{0}\"; choose a code from the list of agencies.");

    public static readonly Refusal SystemRole = new("account.system-role",
        "“{0}”是系统内部角色，不能授予账号。", "\"{0}\" is a role of the system itself and cannot be granted.");

    public static readonly Refusal RolesApart = new("account.roles-apart",
        "系统管理员、安全管理员、审计管理员须分设，且不能兼任业务岗位；请分别开户。",
        "System administrator, security administrator and auditor are kept apart, and from business posts; use separate accounts.");

    public static readonly Refusal OwnRoles = new("account.own-roles",
        "不能为自己的账号授权；请由另一位安全管理员办理。", "Nobody grants roles to the own account; ask another security administrator.");

    public static readonly Refusal OwnClosing = new("account.own-closing",
        "不能注销自己的账号；请由另一位系统管理员办理。", "Nobody closes the own account; ask another system administrator.");

    public static readonly Refusal PortfolioNeedsLeader = new("account.portfolio-needs-leader",
        "只有分管领导可以有分管单位；请同时授予该岗位。", "Only a leader in charge has a portfolio; grant that post as well.");

    public static readonly Refusal PasswordWeak = new("account.password-weak",
        "密码至少 {0} 位，且含大写、小写、数字、符号中的三类，不得包含账号名；请更换。",
        "A password has at least {0} characters of three of these kinds: upper case, lower case, digits, signs; and not the account's name.");

    public static readonly Refusal PasswordSame = new("account.password-same",
        "新密码不能与现密码相同；请更换。", "The new password equals the present one; choose another.");

    public static readonly Refusal SignInRefused = new("account.sign-in-refused",
        "账号或密码不正确；请核对后重试。", "Account or password is wrong; check both and try again.");

    public static readonly Refusal Locked = new("account.locked",
        "连续多次失败，账号已锁定，请在 {0} 分钟后重试，或联系系统管理员解锁。",
        "Too many failures: the account is locked; try again in {0} minutes, or ask the system administrator.");

    public static readonly Refusal ReasonMissing = new("account.reason-missing",
        "事由不能为空，最多 {0} 字；请填写。", "The reason must not be empty and holds at most {0} characters; fill it in.");

    public static readonly Refusal AbsenceDays = new("account.absence-days",
        "离岗须自今日（{0}）或以后起，止日不早于起日，最多 {1} 天；请更正。",
        "An absence begins today ({0}) or later, ends no earlier than it begins and lasts at most {1} days; correct the days.");

    public static readonly Refusal AbsenceStands = new("account.absence-stands",
        "已登记 {0} 至 {1} 的离岗；请先返岗，再登记新的。", "An absence from {0} to {1} is recorded; end it before another is recorded.");

    public static readonly Refusal AbsenceMissing = new("account.absence-missing",
        "没有登记中的离岗；无需返岗。", "No absence is recorded; there is nothing to end.");

    public static readonly Refusal PostsPersonal = new("account.posts-personal",
        "岗位（{0}）须本人履职，不能代理；请由安全管理员另行授权。",
        "Posts ({0}) are held in person or not held at all: nobody stands in for them; ask the security administrator for a grant.");

    public static readonly Refusal SubstituteUnfit = new("account.substitute-unfit",
        "“{0}”不能代理：须是同一单位的另一个在用账号，且不任系统、安全、审计管理员；请另选。",
        "\"{0}\" cannot stand in: it must be another open account of the same agency, and no administrator or auditor; choose another.");

    public static readonly Refusal OwnSubstitution = new("account.own-substitution",
        "不能替他人登记离岗而由自己代理；请本人或安全管理员登记。",
        "Nobody records another's absence and stands in himself; the absent person or the security administrator records it.");

    public static readonly Refusal NotSubstitute = new("account.not-substitute",
        "您现在不是“{0}”的代理人；请核对离岗起止日期，或以本人身份办理。",
        "You do not stand in for \"{0}\" now; check the days of the absence, or act for yourself.");

    public static readonly Refusal IsClosed = new("account.closed",
        "账号已销户；不能再办理。", "The account is closed; nothing more can be done with it.");
}
