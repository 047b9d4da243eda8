using System.CommandLine;
using Supervision.Api.Operations;
using Supervision.Api.Security;
using Supervision.Language;

namespace Supervision.Api.Commands;

/// <summary><c>init</c>: an empty production store with its first two administrators.</summary>
/// <remarks>Two, because nobody may both open accounts and grant posts. Their passwords are shown once and changed at the first sign-in.</remarks>
internal static class InitCommand
{
    private static readonly Option<string> Administrator = new("--administrator")
    {
        Description = "系统管理员账号（开户）· account that opens accounts",
        DefaultValueFactory = _ => "sysadmin",
        HelpName = "NAME",
    };

    private static readonly Option<string> SecurityAdministrator = new("--security-administrator")
    {
        Description = "安全管理员账号（授权）· account that grants posts",
        DefaultValueFactory = _ => "secadmin",
        HelpName = "NAME",
    };

    public static Command Create()
    {
        var command = new Command("init", "新建正式数据 · make an empty production store with its first administrators")
        {
            Administrator, SecurityAdministrator,
        };
        command.SetAction((parsed, cancellation) => Verbs.TellFailureAsync(() => RunAsync(parsed, cancellation)));
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellation)
    {
        FirstAdministrator[] administrators =
        [
            new(Verbs.AccountOf(parsed.GetRequiredValue(Administrator)), "系统管理员", Role.SystemAdministrator, OneTimePassword.Make()),
            new(Verbs.AccountOf(parsed.GetRequiredValue(SecurityAdministrator)), "安全管理员", Role.SecurityAdministrator, OneTimePassword.Make()),
        ];
        if (administrators[0].Account == administrators[1].Account)
            throw new InvalidOperationException("The two administrators need two accounts; nobody may hold both posts.");

        var folder = Verbs.StoreFolderOf(parsed);
        await FoundAsync(folder, administrators, cancellation);
        Console.Out.WriteLine($"已新建正式数据 · a production store was made in {folder}");
        Console.Out.WriteLine("以下一次性密码只显示这一次，首次登录须修改 · these passwords are shown once and must be changed at the first sign-in:");
        foreach (var administrator in administrators)
            Console.Out.WriteLine($"  {administrator.Name}  {administrator.Account}  {administrator.Password}");
        return Verbs.Done;
    }

    private static Task FoundAsync(DataFolder folder, IReadOnlyList<FirstAdministrator> administrators, CancellationToken cancellation) =>
        NewStore.MakeAsync(folder, async beside =>
        {
            await using var system = EmbeddedSystem.Open(beside, StoreChoice.NewProduction, urls: []);
            await system.StartAsync(cancellation);
            await system.FoundAsync(administrators);
        });
}
