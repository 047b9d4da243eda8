namespace Supervision.Workflows;

/// <summary>The working calendar as the machine needs it: days of the office, never a clock.</summary>
public interface IBusinessTime
{
    /// <summary>The day of the office in which an instant lies.</summary>
    DateOnly DayOf(DateTimeOffset instant);

    /// <summary>The n-th working day after a day; before it when n is negative; the day itself when n is 0.</summary>
    DateOnly AddWorkingDays(DateOnly from, int days);

    DateTimeOffset StartOf(DateOnly day);

    /// <summary>The instant at which a limit that ends with this day has passed.</summary>
    DateTimeOffset EndOf(DateOnly day);
}
