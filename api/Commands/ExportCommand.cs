using System.CommandLine;

namespace Supervision.Api.Commands;

/// <summary><c>export FILE</c>: everything the ledger holds, one fact a line.</summary>
internal static class ExportCommand
{
    private static readonly Argument<string> File = new("FILE") { Description = "目标文件（JSON Lines），不得已存在 · a new file of JSON lines" };

    public static Command Create()
    {
        var command = new Command("export", "导出台账 · write everything the ledger holds, one fact a line") { File };
        command.SetAction((parsed, cancellation) => Verbs.TellFailureAsync(() => RunAsync(parsed, cancellation)));
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellation)
    {
        var path = Path.GetFullPath(parsed.GetRequiredValue(File));
        var facts = 0L;
        await using (var target = new FileStream(path, FileMode.CreateNew, FileAccess.Write))
            facts = await StoreReading.ExportAsync(Verbs.StoreFolderOf(parsed), target, cancellation);
        Console.Out.WriteLine($"已导出 {facts} 条事实 · {facts} facts exported to {path}");
        return Verbs.Done;
    }
}
