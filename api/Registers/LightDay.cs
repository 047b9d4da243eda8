using Supervision.Calendars;

namespace Supervision.Api.Registers;

/// <summary>
/// The day for which the lights of the rows are lit. Lights change by themselves as days go by; once a day the rows that
/// change are lit anew, so that a query finds the red ones by an index and not by asking a million rows.
/// </summary>
internal sealed record LightDay(DateOnly Day, WorkingCalendar Calendar)
{
    /// <summary>Lights the rows for another day, forward or back, where they are lit for a different one; in the caller's transaction.</summary>
    public LightDay Turn(Statements sql)
    {
        var today = Day.DayNumber;
        if (sql.Scalar("SELECT day FROM light_day") is not long before)
        {
            sql.Execute("INSERT INTO light_day (day) VALUES ($day)", ("$day", today));
        }
        else if (before != today)
        {
            // The two days between which a light is another on the one than on the other, by the borders of LightPhases.
            sql.Execute(
                $"UPDATE tasks AS t SET light = {QueryText.LightOn("$today")} WHERE t.id IN ("
                + "SELECT id FROM tasks WHERE soon_from > $first AND soon_from <= $last "
                + "UNION SELECT id FROM tasks WHERE due_on >= $first AND due_on < $last)",
                ("$today", today), ("$first", Math.Min(before, today)), ("$last", Math.Max(before, today)));
            sql.Execute("UPDATE light_day SET day = $day", ("$day", today));
        }

        return this;
    }
}
