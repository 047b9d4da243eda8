using System.CommandLine;
using System.Text.Json;
using Supervision.Api.Documents;
using Supervision.Api.Operations;
using Supervision.Language;
using Supervision.Plans;

namespace Supervision.Api.Commands;

/// <summary><c>import FILE</c>: 方案入库. With --draft it reads and keeps nothing, and needs no store.</summary>
internal static class ImportCommand
{
    private static readonly Argument<string> File = new("FILE") { Description = "方案文件（docx、pdf、xlsx、csv、txt、md）· the plan's file" };

    private static readonly Option<string?> Id = new("--id") { Description = "方案编号 · the plan's id; by default from its content", HelpName = "ID" };

    private static readonly Option<string?> Issuer = new("--issuer") { Description = "发文机关，正文没有时 · issuer, where the text has none", HelpName = "NAME" };

    private static readonly Option<DateOnly?> IssuedOn = new("--issued-on") { Description = "成文日期，正文没有时 · date, where the text has none", HelpName = "DATE" };

    private static readonly Option<bool> Draft = new("--draft") { Description = "只读不存 · read it, keep nothing" };

    private static readonly Option<bool> Json = new("--json") { Description = "以 JSON 输出 · print JSON" };

    public static Command Create()
    {
        var command = new Command("import", "方案入库 · read a plan and register it") { File, Id, Issuer, IssuedOn, Draft, Json };
        command.SetAction((parsed, cancellation) => Verbs.TellFailureAsync(() => RunAsync(parsed, cancellation)));
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellation)
    {
        var path = Path.GetFullPath(parsed.GetRequiredValue(File));
        var reading = await PlanFile.ReadAsync(path, cancellation);
        if (reading is not PlanReading.Read { Draft: var read })
            return Tell(PlanImport.Refused((PlanReading.Unreadable)reading), parsed.GetValue(Json));

        var draft = PlanImport.Complete(read, parsed.GetValue(Issuer), parsed.GetValue(IssuedOn));
        if (parsed.GetValue(Draft))
            return Show(draft, parsed.GetValue(Json));

        await using var access = await StoreAccess.OpenAsync(Verbs.FolderOf(parsed), ClusterSettings.IsNamed(parsed), cancellation);
        return Show(await access.Operator.ImportAsync(draft, IdOf(parsed.GetValue(Id)), cancellation), draft, parsed.GetValue(Json));
    }

    private static PlanId? IdOf(string? text) =>
        text is null ? null
        : PlanId.TryParse(text, null, out var id) ? id
        : throw new InvalidOperationException($"\"{text}\" is no id of a plan: lower-case letters, digits and hyphens, at most {PlanId.LengthMax}.");

    private static int Tell(Receipt.Refused refused, bool asJson)
    {
        if (asJson)
            Console.Out.WriteLine(JsonSerializer.Serialize(refused, ApiJson.Options));
        else
            Console.Error.WriteLine($"{refused.Chinese}\n{refused.English}\n({refused.Code})");
        return Verbs.Refused;
    }

    private static int Show(PlanDraft draft, bool asJson)
    {
        if (asJson)
        {
            Console.Out.WriteLine(PlanDraftJson.Write(draft));
            return Verbs.Done;
        }

        WriteSummary(draft);
        foreach (var item in draft.Items)
            Console.Out.WriteLine($"  {item.Line,4}  {item.Path}  {item.Title}");
        foreach (var doubt in draft.Doubts)
            Console.Out.WriteLine($"  存疑 {doubt.Line,4}  {doubt.Message}");
        return Verbs.Done;
    }

    private static int Show(ImportOutcome outcome, PlanDraft draft, bool asJson)
    {
        if (outcome.Refused is { } refused)
            return Tell(refused, asJson);
        if (asJson)
        {
            Console.Out.WriteLine(JsonSerializer.Serialize(outcome, ApiJson.Options));
            return Verbs.Done;
        }

        WriteSummary(draft);
        Console.Out.WriteLine($"已入库 · registered as {outcome.Plan}");
        return Verbs.Done;
    }

    private static void WriteSummary(PlanDraft draft) => Console.Out.WriteLine(
        $"{draft.Title}\n{draft.Issuer ?? "—"}  {draft.IssuedOn:yyyy-MM-dd}\n"
        + $"任务 items {draft.Items.Count()}，存疑 doubts {draft.Doubts.Count}");
}
