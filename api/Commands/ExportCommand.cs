using System.CommandLine;

namespace Supervision.Api.Commands;

/// <summary><c>export FILE</c>: everything the ledger holds, one fact a line.</summary>
internal static class ExportCommand
{
    private static readonly Argument<string> File = new("FILE") { Description = "目标文件（JSON Lines），不得已存在 · a new file of JSON lines" };

    public static Command Create()
    {
        var command = new Command("export", "导出台账 · write everything the ledger holds, one fact a line") { File };
        command.SetOperatorAction(createsStore: false, async (parsed, store, cancellation) =>
        {
            var path = Path.GetFullPath(parsed.GetRequiredValue(File));
            await using (var target = new FileStream(path, FileMode.CreateNew, FileAccess.Write))
                await store.ExportAsync(target, cancellation);
            Console.Out.WriteLine($"已导出 · exported to {path}");
            return Verbs.Done;
        });
        return command;
    }
}
