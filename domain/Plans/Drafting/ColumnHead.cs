using System.Text.RegularExpressions;

namespace Supervision.Plans;

/// <summary>The head of a column (表头), and what it announces.</summary>
/// <param name="Words">As they stand over the column.</param>
internal sealed partial record ColumnHead(Field Field, string Words)
{
    // The first row that fits decides. Words alone may stand over a column that say nothing in running text.
    private static readonly (Field Field, Regex Words)[] Rows =
    [
        Row(Field.Number, "序号|编号|(?:项目|任务|事项)(?:编号|序号)|no\\.?|#|id|s/n|itemno\\.?|ref\\.?"),
        Row(Field.Group, "类别|类型|领域|板块|分类|方面|(?:重点|工作)领域|(?:任务|项目|工作|事项)(?:类别|分类|类型)|一级任务|章节|category|area|field|sector|theme|goal|objective|pillar"),
        Row(Field.Measure, "(?:主要|具体|重点|工作|建设|任务|推进|改革|落实|实施|责任)*(?:内容|措施|举措|要求|做法)(?:及(?:目标|要求|进度))?|(?:具体|细化)(?:任务|工作|事项)|二级任务|任务分解|工作内容及目标|details?|description|measures?|steps?"),
        Row(Field.Task, "(?:主要|重点|目标|工作|年度|督查|督办|改革|整改|责任|建设|实施|创建|民生|实事|[〇零一二三四五六七八九十\\d年])*(?:任务|事项|工作|项目|要点|实事|问题|工程|行动)(?:名称|事项|内容|清单)?|[\\p{IsCJKUnifiedIdeographs}]{1,6}(?:任务|事项|项目|工程)(?:名称|内容)?|.{1,8}(?<!指标|单位|部门)名称|(?:任务|项目)及?(?:内容|目标)|tasks?|actions?|items?|activit(?:y|ies)|task(?:name|title)|action(?:item|name|s/activities)|project(?:name)?|initiative"),
        Row(Field.Lead, "(?:总|第一)?(?:牵头|主办|主责|主要责任|首要责任|第一责任)(?:负责|责任|实施)?(?:单位|部门|机构|人)?(?:及?责任人)?|lead.*|owner.*|ledby"),
        Row(Field.Support, "(?:配合|协办|协同|协作|参与|参加|协助|会办|支持|成员)(?:责任|实施)?(?:单位|部门|机构)?|support.*|partners?|co-?.*|contribut.*"),
        Row(Field.Stage, "(?:20\\d\\d年)?(?:第?[一二三四1-4]季度?|[上下]半年|1[0-2]月份?|[1-9]月份?)(?:末|底|前)?(?:工作|推进|完成|计划|形象|建设)*(?:目标|任务|计划|进度|安排|内容|情况|节点)?|Q[1-4](?:20\\d\\d)?"),
        Row(Field.Deadline, ".*(?:时限|期限|时间|节点|完成日期|进度|序时|年限)(?:要求|安排)?|截止日期|日期|deadline|due.*|bywhen|by|date|timeline|time-?frame|timing|targetdate|completion.*|milestone"),
        Row(Field.Responsible, "(?:责任|实施|落实|承办|负责|完成|主管|建设|执行|项目|承担|市直?|县直?|区直?)*(?:单位|部门|主体|机构)(?:及?(?:责任人|分工))?|责任分工|分工|责任科室|responsib.*|agency|department|accountable|who"),
        Row(Field.Target, ".*(?:目标|指标|预期成果|成果形式|目标值)(?:要求|任务)?|(?:20\\d\\d年)?(?:计划|任务)数|targets?(?:value)?|goals?|objectives?|indicators?|kpis?|measureofsuccess|outcome|outputs?"),
        Row(Field.Other, ".*(?:领导|责任人|联系人|联络员|电话|备注|说明|资金|投资|来源|依据|进展|状态|地点|属性|性质)|remarks?|notes?|status|budget|cost|comments?|funding.*"),
    ];

    public bool IsOwner => Field is Field.Lead or Field.Responsible or Field.Support;

    /// <summary>Null where the head says nothing known.</summary>
    public static ColumnHead? Of(string cell)
    {
        var words = Aside().Replace(cell, "");
        var row = Array.FindIndex(Rows, row => row.Words.IsMatch(words));
        return row < 0 ? null : new ColumnHead(Rows[row].Field, Blanks().Replace(cell, " ").Trim());
    }

    private static (Field, Regex) Row(Field field, string words) =>
        (field, new Regex($"^(?:{words})$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase));

    [GeneratedRegex(@"\s|[（(][^（()）]*[）)]|[：:]$")]
    private static partial Regex Aside();

    [GeneratedRegex(@"\s*[\r\n]+\s*")]
    private static partial Regex Blanks();
}
