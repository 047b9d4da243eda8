using System.CommandLine;
using Supervision.Language;

namespace Supervision.Api.Commands;

/// <summary>The command line: without a verb it serves.</summary>
internal static class Verbs
{
    public const int Done = 0;

    /// <summary>What was asked for is not so: a plan refused, a ledger damaged.</summary>
    public const int Refused = 1;

    /// <summary>It could not be tried.</summary>
    public const int Failed = 2;

    // Longer than the host takes at most (30 s): actors write down what they have to, and the ledger is closed in order.
    private static readonly TimeSpan StopMax = TimeSpan.FromSeconds(60);

    public static Option<string> Data { get; } = new("--data")
    {
        Description = "数据文件夹，相对于当前目录 · folder of the store, from where you are",
        DefaultValueFactory = _ => DataFolder.DefaultName,
        Recursive = true,
        HelpName = "DIR",
    };

    public static Task<int> RunAsync(string[] args)
    {
        var root = new RootCommand("督查督办系统 · Supervision: follows up what a government has decided")
        {
            Data, ServeCommand.Urls, ServeCommand.Plan, ServeCommand.Months, ClusterSettings.RedisOption, ClusterSettings.ClusterOption,
            InitCommand.Create(), ImportCommand.Create(), VerifyCommand.Create(), ExportCommand.Create(), PackageCommand.Create(), RestoreCommand.Create(),
            SimulateCommand.Create(), RecomputeCommand.Create(),
        };
        root.SetAction((parsed, cancellation) => TellFailureAsync(() => ServeCommand.RunAsync(parsed, cancellation)));
        return root.Parse(args).InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = StopMax });
    }

    public static DataFolder FolderOf(ParseResult parsed) => new(parsed.GetRequiredValue(Data));

    /// <summary>The folder, for what needs a store in it.</summary>
    /// <exception cref="InvalidOperationException">A cluster was named, whose store is in no folder.</exception>
    public static DataFolder StoreFolderOf(ParseResult parsed) =>
        ClusterSettings.IsNamed(parsed) ? throw GatewayFolder.NoStore("--redis / SUPERVISION_REDIS") : FolderOf(parsed);

    public static AccountId AccountOf(string text) => AccountId.TryParse(text, null, out var account)
        ? account
        : throw new InvalidOperationException($"\"{text}\" is no account name: lower-case letters, digits, dot and hyphen, at most {AccountId.LengthMax}.");

    /// <summary>A failure that a person can mend is said in a sentence; anything else is a bug and says where.</summary>
    public static async Task<int> TellFailureAsync(Func<Task<int>> run)
    {
        try
        {
            return await run();
        }
        catch (Exception problem) when (problem is InvalidOperationException or IOException or HttpRequestException or UnauthorizedAccessException
            or InvalidDataException)
        {
            await Console.Error.WriteLineAsync($"未能执行 · This could not be done: {problem.Message}");
            return Failed;
        }
    }
}
