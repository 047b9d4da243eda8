using System.CommandLine;
using Supervision.Feeds;

namespace Supervision.Api.Commands;

/// <summary><c>verify</c>: 校验台账. Reads the file itself, beside a running server too: it need not believe the server.</summary>
internal static class VerifyCommand
{
    public static Command Create()
    {
        var command = new Command("verify", "校验台账 · read the whole ledger and name what is wrong with it");
        command.SetAction((parsed, cancellation) => Verbs.TellFailureAsync(async () =>
            Show(await StoreReading.VerifyAsync(Verbs.StoreFolderOf(parsed), cancellation))));
        return command;
    }

    public static int Show(VerifyReport report)
    {
        foreach (var finding in report.Findings)
        {
            Console.Out.WriteLine($"[{finding.Kind}] {finding.Stream} {finding.Seq}");
            Console.Out.WriteLine($"  {finding.Chinese}\n  {finding.English}");
        }

        Console.Out.WriteLine(
            $"流 streams {report.Streams}，事实 facts {report.Events}，封存 seals {report.Seals}"
            + (report.SealedAt is { } at ? $"（最近 last {at:yyyy-MM-dd HH:mm:ss zzz}）" : "")
            + $"，未封存 unsealed {report.UnsealedEntries}");
        if (report.Files + report.RemovedFiles > 0)
            Console.Out.WriteLine($"佐证文件 files {report.Files}，依法删除 removed {report.RemovedFiles}");
        Console.Out.WriteLine(report.Findings.Count == 0 ? "台账完好 · The ledger is whole." : $"发现 {report.Findings.Count} 处问题 · problems found.");
        return report.Findings.Count == 0 ? Verbs.Done : Verbs.Refused;
    }
}
