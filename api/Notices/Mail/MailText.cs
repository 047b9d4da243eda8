using System.Globalization;
using System.Text;
using MimeKit;
using Supervision.Notices;

namespace Supervision.Api.Notices.Mail;

/// <summary>A mail as it is sent: plain text, the urgent first. Nothing that people typed stands in a header.</summary>
internal static class MailText
{
    /// <summary>More lines than this nobody reads in a mail.</summary>
    public const int LinesMax = 50;

    private static readonly TimeSpan Shanghai = TimeSpan.FromHours(8);

    public static MimeMessage Of(OutgoingMail mail, IReadOnlyList<NoticeRow> notices, string from, DateTimeOffset now)
    {
        var sender = MailboxAddress.Parse(from);
        var urgent = notices.Count(notice => notice.Weight is NoticeWeight.Urgent);
        var message = new MimeMessage
        {
            MessageId = $"{mail.Id}@{sender.Domain}",
            Date = now,
            Subject = $"督查督办：{notices.Count} 条通知{(urgent > 0 ? $"（{urgent} 条紧急）" : "")}",
            Body = new TextPart("plain") { Text = BodyOf(notices) },
        };
        message.From.Add(sender);
        message.To.Add(MailboxAddress.Parse(mail.Address));
        // Nobody's machine answers that it is on holiday.
        message.Headers.Add("Auto-Submitted", "auto-generated");
        return message;
    }

    private static string BodyOf(IReadOnlyList<NoticeRow> notices)
    {
        var text = new StringBuilder();
        foreach (var notice in notices.Take(LinesMax))
        {
            text.Append(CultureInfo.InvariantCulture, $"{(notice.Weight is NoticeWeight.Urgent ? "【紧急】" : "")}{OneLine(notice.Chinese)}\n");
            text.Append(CultureInfo.InvariantCulture, $"    {OneLine(notice.English)}\n");
            text.Append(CultureInfo.InvariantCulture, $"    {notice.At.ToOffset(Shanghai):yyyy-MM-dd HH:mm}  {notice.Id}\n\n");
        }

        if (notices.Count > LinesMax)
            text.Append(CultureInfo.InvariantCulture, $"另有 {notices.Count - LinesMax} 条，请登录查看 · and {notices.Count - LinesMax} more in your inbox.\n\n");
        return text.Append("请登录系统办理；在“通知设置”中可调整接收方式 · Sign in to see to them; your settings say when mail comes.\n").ToString();
    }

    private static string OneLine(string text) => string.Concat(text.Select(c => char.IsControl(c) ? ' ' : c));
}
