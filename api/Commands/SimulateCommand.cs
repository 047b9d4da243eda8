using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Supervision.Api.Documents;
using Supervision.Api.Operations;
using Supervision.Plans;
using Supervision.Simulation;

namespace Supervision.Api.Commands;

/// <summary><c>simulate PLAN</c>: plays a year of a plan, and says what it would come to.</summary>
internal static class SimulateCommand
{
    private const int SeedsMax = 100;

    private static readonly Argument<string> Plan = new("PLAN") { Description = "方案文件 · the plan's file" };

    private static readonly Option<int> Seed = new("--seed") { Description = "种子，同种子同结果 · the same seed gives the same year", DefaultValueFactory = _ => 1, HelpName = "N" };

    private static readonly Option<int> Seeds = new("--seeds") { Description = "从种子起连演几次 · so many seeds, from --seed on", DefaultValueFactory = _ => 1, HelpName = "N" };

    private static readonly Option<int> Months = new("--months") { Description = "月数 · how many months", DefaultValueFactory = _ => 12, HelpName = "N" };

    private static readonly Option<DateOnly?> From = new("--from") { Description = "起始日，默认为印发次月一日 · first day; by default the first of the month after the plan was issued", HelpName = "DATE" };

    private static readonly Option<int[]> AcknowledgeDays = new("--acknowledge-days")
    {
        Description = "签收时限（工作日），可列多个 · working days to acknowledge, one or several",
        AllowMultipleArgumentsPerToken = true,
        HelpName = "D",
    };

    private static readonly Option<string?> Compare = new("--compare") { Description = "并列比较，如 acknowledge-days=1,3 · side by side", HelpName = "SETTING=A,B" };

    private static readonly Option<string?> Out = new("--out") { Description = "写出台账（可 restore）· write the ledger, to be restored", HelpName = "FILE" };

    private static readonly Option<bool> Json = new("--json") { Description = "以 JSON 输出 · print JSON" };

    public static Command Create()
    {
        var command = new Command("simulate", "模拟一年 · play a year of a plan and say what it comes to")
        {
            Plan, Seed, Seeds, Months, From, AcknowledgeDays, Compare, Out, Json,
        };
        command.SetAction((parsed, cancellation) => Verbs.TellFailureAsync(() => RunAsync(parsed, cancellation)));
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellation)
    {
        var path = Path.GetFullPath(parsed.GetRequiredValue(Plan));
        var draft = DemoYear.DraftOf(await PlanFile.ReadAsync(path, cancellation));
        var wanted = SettingsOf(parsed, draft);
        var folder = parsed.GetResult(Verbs.Data) is { Implicit: false } ? Verbs.StoreFolderOf(parsed) : null;
        if (wanted.Count > 1 && (folder is not null || parsed.GetValue(Out) is not null))
            throw new InvalidOperationException("只有一年可以写出 · One year can be kept; name one seed and one setting with --out or --data.");

        var years = new List<YearAnswers>();
        foreach (var settings in wanted)
        {
            await using var played = await SimulatedStore.PlayAsync(settings, PlanImport.IdOf(draft), draft, cancellation);
            years.Add(played.Answers);
            if (parsed.GetValue(Out) is { } file) await played.ExportAsync(Path.GetFullPath(file), cancellation);
            if (folder is not null) await played.KeepAsync(folder, cancellation);
        }

        Write(years, parsed.GetValue(Json));
        return Verbs.Done;
    }

    private static List<SimulationSettings> SettingsOf(ParseResult parsed, PlanDraft draft)
    {
        var (months, seeds, first) = (parsed.GetValue(Months), parsed.GetValue(Seeds), parsed.GetValue(Seed));
        if (months is < 1 or > SimulationSettings.MonthsMax || seeds is < 1 or > SeedsMax)
            throw new InvalidOperationException($"--months is 1 to {SimulationSettings.MonthsMax}, --seeds 1 to {SeedsMax}.");

        var start = parsed.GetValue(From) ?? MonthAfter(draft.IssuedOn ?? new DateOnly(2025, 12, 1));
        return [.. from days in DaysOf(parsed)
                   from seed in Enumerable.Range(first, seeds)
                   select new SimulationSettings(seed, start, start.AddMonths(months).AddDays(-1), days)];
    }

    private static IReadOnlyList<int?> DaysOf(ParseResult parsed)
    {
        var listed = parsed.GetValue(AcknowledgeDays) ?? [];
        var days = listed.Concat(Compared(parsed.GetValue(Compare))).Distinct().ToArray();
        if (days.Any(day => day is < 1 or > 60))
            throw new InvalidOperationException("签收时限为 1 至 60 个工作日 · The time to acknowledge is 1 to 60 working days.");
        return days.Length == 0 ? [null] : [.. days.Select(day => (int?)day)];
    }

    private static int[] Compared(string? text)
    {
        if (text is null) return [];

        var parts = text.Split('=');
        if (parts is not ["acknowledge-days", var values])
            throw new InvalidOperationException($"\"{text}\" cannot be compared; write acknowledge-days=1,3.");
        return [.. values.Split(',').Select(value => int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var days)
            ? days
            : throw new InvalidOperationException($"\"{value}\" is no number of working days."))];
    }

    private static DateOnly MonthAfter(DateOnly day) => new DateOnly(day.Year, day.Month, 1).AddMonths(1);

    private static void Write(List<YearAnswers> years, bool asJson)
    {
        if (asJson)
            Console.Out.WriteLine(JsonSerializer.Serialize(new { years, comparison = Comparison.Of(years) }, ApiJson.Options));
        else
            foreach (var line in years is [var only] ? AnswersText.Of(only) : AnswersText.Of(Comparison.Of(years))) Console.Out.WriteLine(line);
    }
}
