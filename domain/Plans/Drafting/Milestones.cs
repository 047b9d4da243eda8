using System.Text.RegularExpressions;

namespace Supervision.Plans;

/// <summary>What is to be begun or finished, told by the names of works: 机场, 工程, 医院.</summary>
internal static partial class Milestones
{
    /// <summary>How many works the words name; null where they name none.</summary>
    public static int? CountOf(string words) =>
        Work().IsMatch(Time().Replace(words, "").Replace("等", "", StringComparison.Ordinal)) ? Joint().Count(words) + 1 : null;

    [GeneratedRegex(@"(?:20\d\d年)?(?:[上下]半年|年底前?|年内|\d{1,2}月底?前?|第?[一二三四]季度末?前?)?(?:全面|基本|全部|顺利)?$")]
    private static partial Regex Time();

    [GeneratedRegex("(?:机场|工程|项目|医院|学校|小学|中学|校区|水库|道路|公路|铁路|高速|大桥|隧道|厂|车站|电站|枢纽|中心|码头|港口|馆|园|楼|站|基地|广场|平台|系统|线路)(?:建设|一期|二期|三期)?$")]
    private static partial Regex Work();

    // 和 joins two works where something of a work stands on both sides; inside one name it follows a plain noun.
    [GeneratedRegex("、|(?<=工程|项目|机场|医院|学校|公路|铁路|高速|大桥|中心|站|馆|园)(?:和|及|以及)")]
    private static partial Regex Joint();
}
