using Supervision.Workflows.Activities;

namespace Supervision.Workflows.View;

/// <summary>What a picture says of an instance in words: on badges, and for those who hear it.</summary>
internal sealed class MarkWords(PictureLanguage language)
{
    public const int Size = 11;

    public string Badge(Mark mark, int completed) => mark switch
    {
        Mark.Done => completed > 1 ? Say($"已办 ×{completed}", $"done ×{completed}") : Say("已办", "done"),
        Mark.Cancelled => Say("已取消", "cancelled"),
        Mark.UnderWay => Say("进行中", "under way"),
        Mark.Waiting => Say("等待中", "waiting"),
        Mark.Overdue => Say("超期", "overdue"),
        Mark.Faulted => Say("出错", "faulted"),
        _ => "",
    };

    /// <summary>An activity in one sentence.</summary>
    public string Spoken(ActivityNode node, CardText text, Standing? standing)
    {
        var mark = standing?.MarkOf(node.Id) ?? Mark.Plain;
        string[] parts =
        [
            text.FullDetail,
            mark == Mark.Plain ? "" : Badge(mark, standing!.CompletedOf(node.Id)),
            standing?.LimitOf(node.Id) is { } day ? Say($"期限{WaitTerms.Format(day)}", $"limit {WaitTerms.Format(day)}") : "",
        ];
        var more = string.Join(Say("；", "; "), parts.Where(part => part.Length > 0));
        return more.Length == 0 ? text.Full : $"{text.Full}{Say("：", ": ")}{more}";
    }

    public string Summary(Block sheet, Standing? standing)
    {
        var texts = sheet.Items.Select(item => item switch
        {
            Card card => (card.Node, card.Text),
            Frame frame => (frame.Node, frame.Text),
            _ => ((ActivityNode Node, CardText Text)?)null,
        }).OfType<(ActivityNode Node, CardText Text)>().ToArray();
        if (standing is null) return Say($"流程图，{texts.Length}个环节。", $"A process of {texts.Length} activities.");
        var now = texts.Where(text => standing.MarkOf(text.Node.Id) is Mark.Waiting or Mark.Overdue or Mark.Faulted)
            .Select(text => Spoken(text.Node, text.Text, standing));
        return Say($"流程现状。{string.Join("。", now)}", $"Where the process stands. {string.Join(". ", now)}");
    }

    private string Say(string chinese, string english) => language == PictureLanguage.Chinese ? chinese : english;
}
