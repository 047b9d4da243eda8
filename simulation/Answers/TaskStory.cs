using Supervision.Calendars;
using Supervision.Language;
using Supervision.Tasks;

namespace Supervision.Simulation;

/// <summary>One task of the year, as its facts tell it. Pure.</summary>
internal sealed class TaskStory
{
    /// <summary>No reminder and no rung was needed.</summary>
    public const string ByItself = "by-itself";

    /// <summary>The reminder before the limit was enough.</summary>
    public const string ByReminder = "reminder";

    private readonly Dictionary<string, string> _urged = [];
    private DateOnly? _assignedOn;

    public AgencyCode? Lead { get; private set; }

    public DateOnly? DueOn { get; private set; }

    /// <summary>Working days from the last assignment to the acknowledgement.</summary>
    public int? AcknowledgedAfter { get; private set; }

    public DateOnly? SubmittedOn { get; private set; }

    public bool IsClosedOut { get; private set; }

    public int Escalations { get; private set; }

    public int MissedReports { get; private set; }

    /// <summary>What ended each silence.</summary>
    public List<string> Answered { get; } = [];

    /// <summary>Silences that go on though they have climbed.</summary>
    public int StillSilent => _urged.Values.Count(highest => highest != ByReminder);

    public static TaskStory Of(IEnumerable<DatedFact> facts)
    {
        var story = new TaskStory();
        foreach (var dated in facts.OrderBy(dated => dated.Seq))
            story.Take(dated.Fact, WorkingCalendar.DayOf(dated.At));
        return story;
    }

    public bool IsOverdue(DateOnly today) => DueOn is { } due && (SubmittedOn ?? today) > due;

    private void Take(Fact fact, DateOnly on)
    {
        switch (fact)
        {
            case TaskAssigned e:
                (Lead, DueOn, _assignedOn) = (e.Assignment.Lead, e.Assignment.DueOn, on);
                break;
            case TaskExpedited { ByClock: true } e:
                _urged.TryAdd(e.About, ByReminder);
                break;
            case TaskEscalated e:
                Escalations++;
                _urged[e.About] = $"{e.Rung} {e.To}";
                break;
            case MeasureProposed e:
                _urged[e.About] = $"propose {e.What}";
                break;
            case TaskAcknowledged:
                AcknowledgedAfter ??= WorkingCalendar.Shipped.WorkingDaysUntil(_assignedOn ?? on, on);
                Answer("acknowledg");
                break;
            case TaskRefusedAsNotOurs:
                Answer("acknowledg");
                break;
            case CompletionSubmitted:
                SubmittedOn = on;
                Answer("completion");
                break;
            case TaskReturned:
                SubmittedOn = null;
                break;
            case ExtensionGranted e:
                DueOn = e.DueOn;
                break;
            case ReportMissed:
                MissedReports++;
                break;
            case TaskClosedOut:
                IsClosedOut = true;
                break;
        }
    }

    private void Answer(string about)
    {
        var urged = _urged.Keys.Where(key => key.Contains(about, StringComparison.OrdinalIgnoreCase)).ToArray();
        Answered.Add(urged.Length == 0 ? ByItself : _urged[urged[^1]]);
        foreach (var key in urged) _urged.Remove(key);
    }
}
