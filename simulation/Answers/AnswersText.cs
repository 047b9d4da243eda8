using System.Globalization;
using Supervision.Agencies;

namespace Supervision.Simulation;

/// <summary>The answers as a person reads them, in both languages.</summary>
internal static class AnswersText
{
    private const int AgenciesShown = 8;

    public static IEnumerable<string> Of(YearAnswers year)
    {
        yield return Line("种子 seed", year.Seed);
        yield return Line("签收时限 acknowledge within", $"{year.AcknowledgeDays} 工作日 working days");
        yield return Line("事项 tasks", year.Tasks);
        yield return Line("按时签收 acknowledged in time", $"{year.AcknowledgedInTime}（平均 mean {year.AcknowledgementDays} 工作日）");
        yield return Line("逾期 overdue", year.Overdue);
        yield return Line("已销号 closed out", year.ClosedOut);
        yield return Line("退回重办 returned", year.Returns);
        yield return Line("延期 extensions", $"{year.ExtensionsGranted} 同意 granted, {year.ExtensionsRefused} 不同意 refused");
        yield return Line("漏报 missed reports", year.MissedReports);
        yield return Line("升级 escalations", year.Escalations);
        yield return "哪一级起作用 which rung did the work:";
        foreach (var (end, times) in year.Answered) yield return $"  {end,-24} {times}";
        yield return $"  {"尚无回应 still silent",-20} {year.StillSilent}";
        yield return "单位负荷 load of agencies（牵头 led / 漏报 missed / 升级 escalated / 积压 task-days that lay over）:";
        foreach (var load in year.Load.Take(AgenciesShown)) yield return LoadLine(load);
        yield return Line("命令 commands", year.Commands);
        yield return Line("事实 facts", year.Facts);
        yield return Line("台账根 root", year.Root);
    }

    /// <summary>One row a number, one column a setting: the mean, and from the least to the most over the seeds.</summary>
    public static IEnumerable<string> Of(Comparison comparison)
    {
        yield return $"{"",-28}" + string.Concat(comparison.Settings.Select(setting => $"{$"{setting.AcknowledgeDays} 工作日 days ×{setting.Seeds}",24}"));
        foreach (var row in comparison.Settings[0].Rows.Keys)
            yield return $"{row,-28}" + string.Concat(comparison.Settings.Select(setting => $"{Text(setting.Rows[row]),26}"));
    }

    private static string Text(Spread spread) => string.Create(CultureInfo.InvariantCulture, $"{spread.Mean} ({spread.Min}–{spread.Max})");

    private static string LoadLine(AgencyLoad load) =>
        $"  {Organisation.Shipped.Find(load.Agency)?.Short ?? load.Agency.Value} ({load.Temper}): {load.Led} / {load.MissedReports} / {load.Escalations} / "
        + $"{load.WaitedTaskDays}{(load.IsOverloaded ? "  超负荷 overloaded" : "")}";

    private static string Line(string name, object value) => string.Create(CultureInfo.InvariantCulture, $"{name}: {value}");
}
