using System.Globalization;
using CsCheck;
using Supervision.Calendars;

namespace Supervision.Tests.Calendars;

public sealed class WorkingCalendarTests
{
    private static readonly WorkingCalendar Shipped = WorkingCalendar.Shipped;

    // Two years before and after the data, so that the fallback is covered by the same properties.
    private static readonly Gen<DateOnly> Day =
        from offset in Gen.Int[0, 365 * 8] select new DateOnly(2021, 1, 1).AddDays(offset);

    [Theory]
    [InlineData("2025-01-26", true)] // Sunday before the Spring Festival, worked
    [InlineData("2025-01-28", false)] // Tuesday, New Year's Eve
    [InlineData("2025-02-08", true)] // Saturday, worked
    [InlineData("2025-04-27", true)] // Sunday, worked for the May holiday
    [InlineData("2025-09-28", true)] // Sunday, worked for the National Day
    [InlineData("2025-10-08", false)] // Wednesday, the eighth day of the holiday
    [InlineData("2025-10-11", true)] // Saturday, worked
    [InlineData("2025-10-12", false)] // an ordinary Sunday
    [InlineData("2026-01-02", false)] // Friday
    [InlineData("2026-01-04", true)] // Sunday, worked
    [InlineData("2026-02-14", true)] // Saturday, worked
    [InlineData("2026-02-28", true)] // Saturday, worked
    [InlineData("2026-05-09", true)] // Saturday, worked
    [InlineData("2026-09-20", true)] // Sunday, worked
    [InlineData("2026-10-10", true)] // Saturday, worked
    [InlineData("2026-11-23", true)] // an ordinary Monday
    public void Holidays_rest_and_make_up_workdays_are_worked(string day, bool worked) =>
        Shipped.IsWorkingDay(Date(day)).Should().Be(worked);

    [Theory]
    [InlineData("2025-09-30", 1, "2025-10-09")] // over the long holiday
    [InlineData("2025-09-30", 3, "2025-10-11")] // the make-up Saturday counts
    [InlineData("2026-02-13", 1, "2026-02-14")]
    [InlineData("2026-02-14", 1, "2026-02-24")]
    [InlineData("2025-10-02", 0, "2025-10-09")] // a deadline on a holiday moves to the next working day
    [InlineData("2025-10-09", 0, "2025-10-09")]
    [InlineData("2025-12-31", 2, "2026-01-05")] // 4 January 2026 is a make-up Sunday
    public void Working_days_are_counted_from_the_day_after(string from, int days, string expected) =>
        Shipped.AddWorkingDays(Date(from), days).Should().Be(Date(expected));

    [Fact]
    public void A_negative_time_limit_is_refused() =>
        FluentActions.Invoking(() => Shipped.AddWorkingDays(Date("2025-10-09"), -1))
            .Should().Throw<ArgumentOutOfRangeException>();

    [Fact]
    public void Adding_working_days_and_counting_them_are_inverse() =>
        Gen.Select(Day, Gen.Int[1, 300]).Sample((from, days) =>
            Shipped.WorkingDaysUntil(from, Shipped.AddWorkingDays(from, days)) == days);

    [Fact]
    public void A_time_limit_always_ends_on_a_working_day() =>
        Gen.Select(Day, Gen.Int[0, 300]).Sample((from, days) =>
            Shipped.IsWorkingDay(Shipped.AddWorkingDays(from, days)));

    [Fact]
    public void Counting_is_the_same_as_asking_every_day() =>
        Gen.Select(Day, Gen.Int[0, 800]).Sample((from, span) =>
        {
            var asked = Enumerable.Range(1, span).Count(offset => Shipped.IsWorkingDay(from.AddDays(offset)));
            return Shipped.WorkingDaysUntil(from, from.AddDays(span)) == asked
                && Shipped.WorkingDaysUntil(from.AddDays(span), from) == -asked;
        });

    [Fact]
    public void A_year_without_data_is_monday_to_friday_and_says_so()
    {
        Shipped.Knows(2026).Should().BeTrue();
        Shipped.Knows(2027).Should().BeFalse();
        Shipped.IsWorkingDay(new DateOnly(2027, 10, 1)).Should().BeTrue("it is a Friday, and nothing else is known");
        Shipped.IsWorkingDay(new DateOnly(2027, 10, 2)).Should().BeFalse();
    }

    [Fact]
    public void A_day_begins_at_midnight_in_shanghai()
    {
        var day = new DateOnly(2026, 3, 1);
        var end = WorkingCalendar.EndOf(day);

        end.Should().Be(new DateTimeOffset(2026, 3, 2, 0, 0, 0, TimeSpan.FromHours(8)));
        WorkingCalendar.DayOf(end.AddTicks(-1).ToUniversalTime()).Should().Be(day);
        WorkingCalendar.DayOf(end.ToUniversalTime()).Should().Be(day.AddDays(1));
        WorkingCalendar.At(day, WorkingCalendar.OfficeCloses).Offset.Should().Be(TimeSpan.FromHours(8));
    }

    [Fact]
    public void A_holiday_has_a_name()
    {
        Shipped.HolidayOn(Date("2025-10-06")).Should().Be("中秋");
        Shipped.HolidayOn(Date("2025-10-09")).Should().BeNull();
    }

    [Theory]
    [InlineData("[]", "no calendar")]
    [InlineData("null", "not null")]
    [InlineData("""{"soon": {}}""", "no year")]
    [InlineData("""{"2025": {"holidays": {"2024-12-31": "x"}}}""", "no day of 2025")]
    [InlineData("""{"2025": {"holidays": {"1 May": "x"}}}""", "no day of 2025")]
    [InlineData("""{"2025": {"holidays": {"2025-05-01": "x"}, "makeUpWorkdays": {"2025-05-01": "x"}}}""", "both")]
    public void A_broken_calendar_is_refused_by_name(string json, string reason) =>
        FluentActions.Invoking(() => WorkingCalendar.Parse(json)).Should().Throw<FormatException>().WithMessage($"*{reason}*");

    private static DateOnly Date(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
