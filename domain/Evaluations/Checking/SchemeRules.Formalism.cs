namespace Supervision.Evaluations;

/// <remarks>What nobody may be evaluated by: traces of work in place of work.</remarks>
public static partial class SchemeRules
{
    /// <summary>Forbidden wherever it stands. Source: 2023-12 若干意见, 2024-08 若干规定, 2026-01 办法 (domain.md §2.2).</summary>
    private static readonly string[] Forbidden =
    [
        "登录次数", "登录率", "登录天数", "登录量", "登陆次数", "日活", "活跃度", "在线时长", "在线时间", "在线率", "使用时长", "学习时长", "学习积分",
        "阅读量", "阅读数", "阅读率", "阅读次数", "点击量", "点击率", "浏览量", "点赞", "投票数", "网络投票", "转发量", "转发数", "转发率", "转发次数",
        "打卡", "签到率", "签到次数", "定位签到", "照片数", "照片张数", "图片数", "截图", "关注量", "关注数", "关注率", "粉丝", "下载量", "下载率",
        "安装量", "安装率", "注册率", "绑定率",
        "login", "logins", "log-ins", "logged in", "sign-ins", "time online", "time on line", "online time", "screen time", "time in app", "usage time",
        "study time", "read count", "reads", "page views", "click count", "clicks", "likes", "thumbs up", "votes", "forwards",
        "forwarded", "reposts", "check-in", "check-ins", "check in", "photo count", "photos", "number of photos",
        "screenshots", "followers", "downloads", "installations", "app installs", "registrations of the app",
    ];

    /// <summary>Often formalism, sometimes not: a person has to look.</summary>
    private static readonly string[] Suspected =
    [
        "登录", "登陆", "上线", "转发", "照片", "图片", "签到", "留痕", "台账数量", "会议次数", "发文数量", "文件数量", "简报", "信息篇数", "报送篇数",
        "报表数量", "小程序", "公众号", "app", "photo", "forward", "shares", "meetings held", "documents issued", "briefings", "attendance",
    ];

    private static IEnumerable<EvaluationFinding> Formalism(EvaluationScheme scheme)
    {
        IEnumerable<(string Place, string Text)> read =
        [
            .. scheme.Indicators.Select(indicator => ($"indicators/{indicator.Code}", $"{indicator.Name} {indicator.Code}")),
            .. scheme.Measures.Select(measure => ($"measures/{measure.Code}", $"{measure.Name} {measure.Code} {measure.Source.From}")),
        ];
        foreach (var (place, text) in read)
        {
            if (Array.Find(Forbidden, word => Says(text, word)) is { } forbidden)
                yield return SchemeFindings.Formalism.At(place, forbidden);
            else if (Array.Find(Suspected, word => Says(text, word)) is { } suspected)
                yield return SchemeFindings.FormalismSuspected.At(place, suspected);
        }
    }

    // Chinese anywhere in the text; English as whole words, where a hyphen is as good as a blank.
    private static bool Says(string text, string word) => char.IsAscii(word[0])
        ? $" {Words(text)} ".Contains($" {Words(word)} ", StringComparison.Ordinal)
        : text.Contains(word, StringComparison.Ordinal);

    private static string Words(string text) => string.Join(' ', string.Concat(
        text.Select(c => char.IsAsciiLetter(c) ? char.ToLowerInvariant(c) : ' ')).Split(' ', StringSplitOptions.RemoveEmptyEntries));
}
