using Cronos;

namespace Supervision.Workflows.Expressions;

/// <summary>Cron expressions in the office's own time: five fields, or six with seconds first, as Elsa writes them; or a word such as @daily.</summary>
internal static class CronTimes
{
    private static readonly TimeZoneInfo Office = TimeZoneInfo.CreateCustomTimeZone(
        "office", ValueTypes.OfficeOffset, "Office", "Office");

    /// <summary>The first instant after this one; null for one that never comes, such as 30 February.</summary>
    /// <exception cref="ActivityFault">It is no cron expression.</exception>
    public static DateTimeOffset? Next(string expression, DateTimeOffset after) => Parse(expression).GetNextOccurrence(after, Office);

    private static CronExpression Parse(string expression)
    {
        var fields = expression.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Length;
        try
        {
            return CronExpression.Parse(expression, fields == 6 ? CronFormat.IncludeSeconds : CronFormat.Standard);
        }
        catch (CronFormatException fault)
        {
            throw new ActivityFault($"'{expression}' is no cron expression: {fault.Message} Write for example 0 9 * * 1-5 for nine o'clock from Monday to Friday.");
        }
    }
}
