using System.CommandLine;
using Supervision.Agencies;
using Supervision.Api.Cases;
using Supervision.Tasks;

namespace Supervision.Api.Commands;

/// <summary><c>package TASK OUT</c>: 案件证据包, read from the file itself beside a running server too.</summary>
internal static class PackageCommand
{
    private static readonly Argument<string> Task = new("TASK") { Description = "事项编号 · id of the task" };

    private static readonly Argument<string> Out = new("OUT") { Description = "目标文件（.zip），不得已存在 · a new zip file" };

    public static Command Create()
    {
        var command = new Command("package", "案件证据包 · write one case with its proof, to be checked without this system") { Task, Out };
        command.SetAction((parsed, cancellation) => Verbs.TellFailureAsync(() => RunAsync(parsed, cancellation)));
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellation)
    {
        var text = parsed.GetRequiredValue(Task);
        if (!TaskId.TryParse(text, null, out var task)
            || await StoreReading.FindCaseAsync(Verbs.StoreFolderOf(parsed), task, cancellation) is not var (found, files))
        {
            await Console.Error.WriteLineAsync($"没有事项“{text}” · There is no task \"{text}\".");
            return Verbs.Refused;
        }

        var path = Path.GetFullPath(parsed.GetRequiredValue(Out));
        await using var target = new FileStream(path, FileMode.CreateNew, FileAccess.Write);
        var number = await new CasePackage(found, files, Organisation.Shipped, TimeProvider.System.GetUtcNow()).WriteAsync(target, cancellation);
        Console.Out.WriteLine($"已写出 {found.Events.Count} 条事实、{found.Files.Count} 个佐证文件 · {found.Events.Count} facts, {found.Files.Count} files written to {path}");
        Console.Out.WriteLine($"证据包号（请另行留存）· package number, to be kept elsewhere: {number}");
        return Verbs.Done;
    }
}
