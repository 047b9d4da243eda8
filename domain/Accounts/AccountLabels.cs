using Supervision.Language;

namespace Supervision.Accounts;

/// <summary>The words for commands on accounts.</summary>
public static class AccountLabels
{
    public static Term SignIn { get; } = new("登录", "sign in");

    public static Term Of(AccountCommand command) => command switch
    {
        OpenAccount => new("开户", "open an account"),
        GrantRoles => new("授权", "grant posts"),
        ResetPassword => new("重置密码", "reset a password"),
        ChangePassword => new("修改密码", "change a password"),
        UnlockAccount => new("解锁", "unlock"),
        CloseAccount => new("销户", "close an account"),
        RecordAbsence => new("登记离岗", "record an absence"),
        EndAbsence => new("返岗", "end an absence"),
        NoteSubstitution => new("记代理", "note a substitution"),
        _ => throw new System.Diagnostics.UnreachableException(),
    };
}
