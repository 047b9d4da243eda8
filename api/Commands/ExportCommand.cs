using System.CommandLine;

namespace Supervision.Api.Commands;

/// <summary><c>export FILE</c>: everything the ledger holds, one fact a line.</summary>
internal static class ExportCommand
{
    /// <summary>Files of evidence stand in a folder beside the export, called as it is with this behind.</summary>
    public const string FilesEnding = ".evidence";

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
        Exported done;
        await using (var target = new FileStream(path, FileMode.CreateNew, FileAccess.Write))
            done = await StoreReading.ExportAsync(Verbs.StoreFolderOf(parsed), target, path + FilesEnding, cancellation);
        Console.Out.WriteLine($"已导出 {done.Facts} 条事实 · {done.Facts} facts exported to {path}");
        if (done.Files > 0)
            Console.Out.WriteLine($"佐证文件 {done.Files} 个，请与导出文件一并保存 · {done.Files} files of evidence, to be kept with it, in {path + FilesEnding}");
        return Verbs.Done;
    }
}
