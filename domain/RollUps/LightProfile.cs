using System.Collections;
using Supervision.Tasks;

namespace Supervision.RollUps;

/// <summary>
/// Counts of lights as they change by themselves, day by day: so many more or fewer of a light from a day on. The
/// profile of many tasks is the sum of theirs, and the lights of a day are the sum up to it.
/// </summary>
public sealed class LightProfile : IEnumerable<(int Day, Light Light, int Tasks)>
{
    private readonly Dictionary<(int Day, Light Light), int> _steps = [];

    public bool IsEmpty => _steps.Count == 0;

    /// <summary>The profile of one task.</summary>
    public static LightProfile Of(LightPhases phases)
    {
        var profile = new LightProfile();
        profile.Add(0, phases.Early, 1);
        if (phases is { SoonFrom: { } soonFrom, DueOn: { } dueOn })
        {
            profile.Step(soonFrom.DayNumber, phases.Early, phases.Soon);
            profile.Step(dueOn.DayNumber + 1, phases.Soon, phases.Overdue);
        }

        return profile;
    }

    public void Add(int day, Light light, int tasks)
    {
        var sum = _steps.GetValueOrDefault((day, light)) + tasks;
        if (sum == 0)
            _steps.Remove((day, light));
        else
            _steps[(day, light)] = sum;
    }

    /// <param name="times">1 to add, -1 to take away.</param>
    public void Add(LightProfile other, int times = 1)
    {
        foreach (var (day, light, tasks) in other)
            Add(day, light, tasks * times);
    }

    public IEnumerator<(int Day, Light Light, int Tasks)> GetEnumerator() =>
        _steps.Select(step => (step.Key.Day, step.Key.Light, step.Value)).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private void Step(int day, Light from, Light to)
    {
        Add(day, from, -1);
        Add(day, to, 1);
    }
}
