using Supervision.Language;
using Supervision.Processes;
using Supervision.RollUps;
using Supervision.Tasks;

namespace Supervision.Plans;

/// <summary>What a fact of a plan says, for people who read its history.</summary>
internal static class PlanSentences
{
    /// <summary>The item it is about and the sentence; null for a fact that says nothing to them.</summary>
    public static (string? Path, Term What)? Of(Fact fact) => OfItem(fact) ?? OfPlan(fact);

    private static (string? Path, Term What)? OfItem(Fact fact) => fact switch
    {
        PlanItemAccepted e => (e.Path, new("采纳", "accepted")),
        PlanItemDropped e => (e.Path, new($"不采纳：{e.Reason}", $"dropped: {e.Reason}")),
        PlanItemPostponed e => (e.Path, new($"暂缓：{e.Reason}", $"put off: {e.Reason}")),
        PlanItemEdited e => (e.Path, new($"改写为《{e.Title}》", $"edited to \"{e.Title}\"")),
        PlanItemSettled e => (e.Path, new(
            $"{SaidOf.Chinese(e.Assignment)}{(e.LateReason is { } zh ? $"，晚于上级：{zh}" : "")}",
            $"{SaidOf.English(e.Assignment)}{(e.LateReason is { } en ? $", later than above: {en}" : "")}")),
        PlanItemMeasured e => (e.Path, new(
            $"指标：{string.Join('、', e.Indicators.Select(indicator => indicator.Name).DefaultIfEmpty("无"))}",
            $"indicators: {string.Join(", ", e.Indicators.Select(indicator => indicator.Name).DefaultIfEmpty("none"))}")),
        PlanItemWeighed e => (e.Path, new($"权重 {e.Weight}", $"weight {e.Weight}")),
        PlanItemSplit e => (e.Path, new(
            $"拆分为 {string.Join('、', e.Into.Select(item => item.Path))}", $"split into {string.Join(", ", e.Into.Select(item => item.Path))}")),
        PlanItemsMerged e => (e.Into.Path, new($"由 {string.Join('、', e.Paths)} 合并", $"merged from {string.Join(", ", e.Paths)}")),
        PlanItemAdded e => (e.Item.Path, new($"增补《{e.Item.Title}》", $"added \"{e.Item.Title}\"")),
        _ => null,
    };

    private static (string? Path, Term What)? OfPlan(Fact fact) => fact switch
    {
        PlanRegistered e => (null, new($"方案入库，读出 {e.Draft.Items.Count()} 项", $"registered with {e.Draft.Items.Count()} items")),
        PlanOpened e => (null, new($"下达子方案任务，{SaidOf.Day(e.Parent.FileBy)} 前报送", $"ordered, to be submitted by {SaidOf.Day(e.Parent.FileBy)}")),
        PlanAcknowledged => (null, new("签收", "acknowledged")),
        PlanRefusedAsNotOurs e => (null, new($"退回：{e.Reason}", $"refused as not theirs: {e.Reason}")),
        PlanDoubtSettled e => (null, new($"释疑（第 {e.Line} 行“{e.Quote}”）：{e.How}", $"settled the doubt at line {e.Line} about \"{e.Quote}\": {e.How}")),
        PlanItemsIssued e => (null, new($"下达 {e.Paths.Count} 项", $"issued {e.Paths.Count} items")),
        PlanSubmitted => (null, new("报审", "submitted")),
        ApprovalGiven e => (null, e.Verdict is Verdict.Approved
            ? new($"同意{Said(e.Opinion, "：")}", $"approved{Said(e.Opinion, ": ")}")
            : new($"不同意，退回{Said(e.Opinion, "：")}", $"rejected{Said(e.Opinion, ": ")}")),
        PlanAccepted e => (null, new($"方案审定，{e.Paths.Count} 项成为事项", $"accepted; {e.Paths.Count} items become tasks")),
        PlanRevisionProposed e => (null, new($"提请第 {e.Revision} 版调整（{e.Changes.Count} 项）：{e.Reason}", $"proposed version {e.Revision} ({e.Changes.Count} items): {e.Reason}")),
        PlanRevisionRefused e => (null, new($"第 {e.Revision} 版调整未获同意", $"version {e.Revision} was not approved")),
        PlanRevised e => (null, new($"调整为第 {e.Revision} 版（{e.Changes.Count} 项）：{e.Reason}", $"revised to version {e.Revision} ({e.Changes.Count} items): {e.Reason}")),
        PlanWithdrawn e => (null, new($"随上级事项 {e.Task} 撤销：{e.Reason}", $"withdrawn with task {e.Task} above: {e.Reason}")),
        ProgressReached e => (null, new($"汇总进展达到 {e.Percent}%", $"rolled-up progress has reached {e.Percent} %")),
        ProcessEnded { How: "Aborted" } e => (null, new($"流程被中止：{e.Why}", $"the process was ended: {e.Why}")),
        ProcessIncidentRecorded e => (null, new($"流程在“{e.Incident.Name}”出错", $"the process failed at \"{e.Incident.Name}\"")),
        _ => null,
    };

    private static string Said(string? opinion, string mark) => string.IsNullOrEmpty(opinion) ? "" : mark + opinion;
}
