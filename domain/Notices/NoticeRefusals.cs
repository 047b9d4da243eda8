using Supervision.Language;

namespace Supervision.Notices;

/// <summary>What notices say no with.</summary>
public static class NoticeRefusals
{
    public static readonly Refusal NotAllowed = new("notice.not-allowed",
        "您的岗位（{0}）不能查看或处理投递情况；请转系统管理员。", "Your posts ({0}) do not allow work with deliveries; ask the system administrator.");

    public static readonly Refusal TooManyMarks = new("notice.too-many-marks",
        "逐条标记已超过 {0} 条；请改用“全部已读”。", "More than {0} are marked one by one; mark all up to a point instead.");

    public static readonly Refusal AddressUnfit = new("notice.address-unfit",
        "邮箱地址不正确；请填写一个形如 name@example.gov.cn 的地址。", "The mail address is not well-formed; give one address such as name@example.gov.cn.");

    public static readonly Refusal TimesUnfit = new("notice.times-unfit",
        "摘要时间须为 1 至 {0} 个，按先后排列且不重复；请更正。", "There are 1 to {0} times for digests, in order and each once; correct them.");

    public static readonly Refusal RungUnfit = new("notice.rung-unfit",
        "升级级次从 1 起；请更正或留空。", "Rungs begin with 1; correct it or leave it out.");

    public static readonly Refusal KindUnknown = new("notice.kind-unknown",
        "没有通知种类“{0}”；请从说明页选择。", "There is no kind of notice \"{0}\"; choose one from the page about notices.");
}
