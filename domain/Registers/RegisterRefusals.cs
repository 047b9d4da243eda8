using Supervision.Language;

namespace Supervision.Registers;

/// <summary>What a query of a register is sent back with.</summary>
public static class RegisterRefusals
{
    public static readonly Refusal TextTooLong = new("register.text-too-long",
        "查询文字超过 {0} 个字；请缩短。", "The text to find has more than {0} characters; shorten it.");

    public static readonly Refusal LimitOutOfRange = new("register.limit-out-of-range",
        "每页条数 {0} 不在 1 到 {1} 之间；请改正。", "The limit {0} does not lie in 1 to {1}; correct it.");

    public static readonly Refusal CursorUnfit = new("register.cursor-unfit",
        "翻页标记无效，或属于另一种排序；请从第一页重新查询。",
        "The cursor is damaged or belongs to another order; ask for the first page again.");

    public static readonly Refusal DepthOutOfRange = new("register.depth-out-of-range",
        "层数 {0} 不在 0 到 {1} 之间；请改正，更深的层级请从下级查起。",
        "The depth {0} does not lie in 0 to {1}; correct it, and ask for what is deeper from a node below.");

    public static readonly Refusal DaysOutOfRange = new("register.days-out-of-range",
        "起止日期“{0}”至“{1}”颠倒或超过 {2} 天；请改正。", "The days {0} to {1} run backwards or are more than {2}; correct them.");
}
