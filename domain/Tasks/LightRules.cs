using System.Text.Json.Serialization;
using Supervision.Calendars;

namespace Supervision.Tasks;

/// <summary>红黄绿灯: not started, on schedule, due soon, behind, overdue, clock stopped.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Light>))]
public enum Light { Grey, Green, Blue, Yellow, Red, Purple }

/// <summary>A light and the version of the rule that lit it, so that an old bulletin can be explained.</summary>
[GenerateSerializer, Immutable, Alias("LitLight")]
public sealed record LitLight([property: Id(0)] Light Light, [property: Id(1)] int RuleVersion);

/// <summary>Which light a task shows. A light is computed, never set by hand. The limits are defaults to confirm.</summary>
public static class LightRules
{
    /// <summary>Raise with every change of meaning; the old version stays readable in the history of this file.</summary>
    public const int Version = 1;

    /// <summary>Blue at three working days to the due date, or at a tenth of the period, whichever is more.</summary>
    public const int DueSoonWorkingDays = 3;

    public const int DueSoonPeriodPercent = 10;

    /// <summary>Percentage points behind the planned progress that are still "on schedule".</summary>
    public const int BehindPointsMax = 10;

    /// <summary>As many returns turn a light red.</summary>
    public const int ReturnsForRed = 2;

    /// <summary>The light of a task on a day.</summary>
    public static LitLight Of(SupervisedTask task, DateOnly today, WorkingCalendar calendar) =>
        Of(LightInputs.Of(task), today, calendar);

    /// <summary>The first line that fits decides; the gravest come first, except that a stopped clock excuses all.</summary>
    public static LitLight Of(LightInputs task, DateOnly today, WorkingCalendar calendar) => new(
        task switch
        {
            { IsClosed: true } => Light.Green,
            { ClockStopped: true } => Light.Purple,
            { IsUnderWay: false } => Light.Grey,
            _ when (task.SubmittedOn ?? today) > task.DueOn || task.Returned >= ReturnsForRed => Light.Red,
            { Stage: TaskStage.Completed or TaskStage.Verified or TaskStage.Appraised } => Light.Green,
            { ReportMissing: true } => Light.Yellow,
            { Reports: > 0, PointsBehind: > BehindPointsMax } => Light.Yellow,
            _ when IsDueSoon(task, today, calendar) => Light.Blue,
            { Stage: TaskStage.Assigned } => Light.Grey,
            _ => Light.Green,
        },
        Version);

    private static bool IsDueSoon(LightInputs task, DateOnly today, WorkingCalendar calendar) =>
        calendar.WorkingDaysUntil(today, task.DueOn!.Value) <= DueSoonLimit(task, calendar);

    /// <summary>So many working days before the due date, or fewer, are "soon".</summary>
    internal static int DueSoonLimit(LightInputs task, WorkingCalendar calendar)
    {
        var period = calendar.WorkingDaysUntil(task.StartsOn!.Value, task.DueOn!.Value);
        return Math.Max(DueSoonWorkingDays, period * DueSoonPeriodPercent / 100);
    }
}
