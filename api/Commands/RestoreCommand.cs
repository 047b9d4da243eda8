using System.CommandLine;
using Supervision.Api.Operations;
using Supervision.Api.Security;
using Supervision.Feeds;

namespace Supervision.Api.Commands;

/// <summary><c>restore FILE</c>: a new store from an export, verified as it arrives.</summary>
/// <remarks>An export holds no passwords, so one administrator gets a new one and gives them to everybody else.</remarks>
internal static class RestoreCommand
{
    // An older export is an older copy: whoever restores it knows, and is told.
    private static readonly string RolledBack = "rolled-back";

    private static readonly Argument<string> File = new("FILE") { Description = "export 写出的文件 · what export wrote" };

    private static readonly Option<string> Administrator = new("--administrator")
    {
        Description = "获得一次性密码的系统管理员账号 · system administrator who gets a one-time password",
        DefaultValueFactory = _ => "sysadmin",
        HelpName = "NAME",
    };

    public static Command Create()
    {
        var command = new Command("restore", "由导出文件新建 · make a new store from an export") { File, Administrator };
        command.SetAction((parsed, cancellation) => Verbs.TellFailureAsync(() => RunAsync(parsed, cancellation)));
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellation)
    {
        var folder = Verbs.StoreFolderOf(parsed);
        var account = Verbs.AccountOf(parsed.GetRequiredValue(Administrator));
        var password = OneTimePassword.Make();
        var path = Path.GetFullPath(parsed.GetRequiredValue(File));
        await using var export = new FileStream(path, FileMode.Open, FileAccess.Read);
        VerifyReport? report = null;
        var isDemo = false;
        await NewStore.MakeAsync(folder, async beside =>
        {
            report = await StoreReading.RestoreAsync(beside, export, path + ExportCommand.FilesEnding, cancellation);
            if (report.Findings.FirstOrDefault(finding => finding.Kind != RolledBack) is { } damage)
                throw new InvalidDataException($"{damage.Chinese} · {damage.English}");

            await using var system = EmbeddedSystem.Open(beside, StoreChoice.ThereOrDemo, urls: []);
            await system.StartAsync(cancellation);
            isDemo = system.IsDemo;
            if (!isDemo)
                await system.RenewPasswordAsync(account, password);
        });

        Console.Out.WriteLine($"已恢复 · restored into {folder}");
        if (!isDemo)
            Console.Out.WriteLine($"一次性密码只显示这一次，首次登录须修改 · this password is shown once and must be changed at the first sign-in:\n  {account}  {password}");
        return VerifyCommand.Show(report!);
    }
}
