using Supervision.Calendars;
using Supervision.Language;
using Supervision.Plans;
using Supervision.Tasks;

namespace Supervision.Simulation;

/// <summary>Plays the days one by one through the interfaces of the actors: one command at a time, each followed to the end.</summary>
internal sealed class SimulatedYear(ISimulatedCity city, SimulationSettings settings)
{
    // So many things of this plan does the liaison of an agency get done in a day, beside everything else.
    private const int HandsADay = 1;

    private static readonly TimeSpan BetweenCommands = TimeSpan.FromMinutes(3);

    private readonly Chance _chance = new(settings.Seed);
    private readonly WorkingCalendar _calendar = WorkingCalendar.Shipped;
    private readonly Dictionary<AgencyCode, int> _waited = [];
    private readonly Dictionary<string, int> _refused = [];
    private int _commands;

    /// <summary>How many commands were given.</summary>
    public int Commands => _commands;

    /// <summary>Work that was ready and lay over, because the agency's hands were full: in task-days.</summary>
    public IReadOnlyDictionary<AgencyCode, int> Waited => _waited;

    /// <summary>Commands that the rules refused, by code: what people try and may not.</summary>
    public IReadOnlyDictionary<string, int> Refused => _refused;

    /// <returns>The tasks of the plan.</returns>
    /// <exception cref="InvalidOperationException">The plan cannot be put on the register.</exception>
    public async Task<IReadOnlyList<TaskId>> PlayAsync(PlanId id, PlanDraft draft, Action<DateOnly>? tell = null, CancellationToken cancellation = default)
    {
        if (settings.AcknowledgeDays is { } days) await AcknowledgeLimit.PublishAsync(city, days);

        var tasks = await new PlanOpening(city, settings, _chance).OpenAsync(id, draft);
        for (var day = settings.From.AddDays(1); day <= settings.Until; day = day.AddDays(1))
        {
            cancellation.ThrowIfCancellationRequested();
            await city.GoToAsync(WorkingCalendar.At(day, WorkingCalendar.OfficeOpens));
            if (_calendar.IsWorkingDay(day)) await WorkAsync(day, tasks);
            tell?.Invoke(day);
        }

        await city.GoToAsync(WorkingCalendar.EndOf(settings.Until).AddTicks(-1));
        return tasks;
    }

    private async Task WorkAsync(DateOnly day, IReadOnlyList<TaskId> tasks)
    {
        var office = new OfficeDay(day, _chance, PlanOpening.Leads);
        var hands = new Dictionary<AgencyCode, int>();
        foreach (var id in tasks)
        {
            var task = city.Grains.GetGrain<ITaskGrain>(id.Value);
            if (await task.ViewAsync(city.As(People.Clerk)) is not { } view) continue;

            if (office.Next(view, NextKey()) is { } move)
                await SendAsync(task, move.Who, move.Command);
            else if (view.Assignment?.Lead is { } lead && AgencyBehaviour.Next(DayOf(lead, day), view, NextKey()) is { } command)
                await SendIfHandsAreFreeAsync(task, lead, command, hands);
        }
    }

    private Task SendIfHandsAreFreeAsync(ITaskGrain task, AgencyCode lead, TaskCommand command, Dictionary<AgencyCode, int> hands)
    {
        hands[lead] = hands.GetValueOrDefault(lead) + 1;
        if (hands[lead] <= HandsADay) return SendAsync(task, People.LiaisonOf(lead), command);

        _waited[lead] = _waited.GetValueOrDefault(lead) + 1;
        return Task.CompletedTask;
    }

    private AgencyDay DayOf(AgencyCode agency, DateOnly day) => new(
        agency, Tempers.Of(agency, _chance), day, Attendance.IsAway(agency, day, _chance), Attendance.IsStorm(day, _calendar), _chance, _calendar);

    private CommandKey NextKey() => new($"simulated:{_commands + 1}");

    private async Task SendAsync(ITaskGrain task, Caller who, TaskCommand command)
    {
        _commands++;
        await city.GoToAsync(city.Now + BetweenCommands);
        if (await task.ExecuteAsync(city.As(who), command) is Receipt.Refused refused)
            _refused[refused.Code] = _refused.GetValueOrDefault(refused.Code) + 1;
        await city.SettleAsync();
    }
}
