using Supervision.Language;
using Supervision.Plans;
using Supervision.Tasks;

namespace Supervision.Imports;

/// <summary>The words that a sheet has for the values of a closed set; English names are read as well.</summary>
/// <param name="Of">Each value with its Chinese word, in the order of the choice.</param>
internal sealed record SheetWords<TValue>(params (TValue Value, string Word)[] Of)
    where TValue : struct, Enum
{
    public IReadOnlyList<string> Choices { get; } = [.. Of.Select(one => one.Word)];

    public string Show(TValue? value) => value is { } known ? Of.First(one => one.Value.Equals(known)).Word : "";

    public (TValue? Value, Receipt.Refused? Problem) Read(string text)
    {
        foreach (var (value, word) in Of)
        {
            if (word == text || value.ToString().Equals(text, StringComparison.OrdinalIgnoreCase))
                return (value, null);
        }

        return (null, RowRefusals.WordUnknown.With([text, string.Join('、', Choices)]));
    }
}

/// <summary>The closed sets of the sheets.</summary>
internal static class SheetWords
{
    public static readonly SheetWords<SupervisionKind> Kinds = new(
        (SupervisionKind.Daily, "日常督办"), (SupervisionKind.Special, "专项督查"), (SupervisionKind.Comprehensive, "综合督查"),
        (SupervisionKind.Incident, "事件调查"), (SupervisionKind.Clue, "线索核查"));

    public static readonly SheetWords<TaskSource> Sources = new(
        (TaskSource.Document, "文件"), (TaskSource.Meeting, "会议"), (TaskSource.LeaderInstruction, "领导批示"),
        (TaskSource.Proposal, "建议提案"), (TaskSource.Clue, "线索"), (TaskSource.Plan, "方案"));

    public static readonly SheetWords<Cadence> Cadences = new(
        (Cadence.Monthly, "每月"), (Cadence.Quarterly, "每季度"), (Cadence.Yearly, "每年"), (Cadence.Weekly, "每周"), (Cadence.None, "不定期"));

    public static readonly SheetWords<ItemVerdict> Verdicts = new(
        (ItemVerdict.Open, "待定"), (ItemVerdict.Accepted, "采纳"), (ItemVerdict.Dropped, "不采纳"), (ItemVerdict.Postponed, "暂缓"));
}
