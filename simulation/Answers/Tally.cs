using Supervision.Agencies;
using Supervision.Tasks;

namespace Supervision.Simulation;

/// <summary>Counts a year from its facts. Pure.</summary>
internal static class Tally
{
    private static readonly string TaskStreams = "task/";

    public static YearAnswers Of(SimulationSettings settings, SimulatedYear year, IReadOnlyList<DatedFact> facts, string root)
    {
        var stories = facts.Where(dated => dated.Stream.StartsWith(TaskStreams, StringComparison.Ordinal))
            .GroupBy(dated => dated.Stream).OrderBy(stream => stream.Key, StringComparer.Ordinal).Select(TaskStory.Of).ToArray();
        var answered = stories.SelectMany(story => story.Answered).CountBy(end => end).OrderBy(count => count.Key, StringComparer.Ordinal);
        return new YearAnswers(
            settings.Seed, settings.AcknowledgeLimit, stories.Length,
            stories.Count(story => story.AcknowledgedAfter <= settings.AcknowledgeLimit),
            Math.Round(stories.Average(story => (double?)story.AcknowledgedAfter) ?? 0, 2),
            stories.Count(story => story.IsOverdue(settings.Until)), stories.Count(story => story.IsClosedOut),
            Count<TaskReturned>(facts), Count<ExtensionGranted>(facts), Count<ExtensionRefused>(facts),
            Count<ReportMissed>(facts), Count<TaskEscalated>(facts) + Count<AgencyEscalated>(facts),
            answered.ToDictionary(), stories.Sum(story => story.StillSilent), LoadOf(settings, year, stories),
            year.Commands, year.Refused, facts.Count, root);
    }

    // The heaviest first.
    private static IReadOnlyList<AgencyLoad> LoadOf(SimulationSettings settings, SimulatedYear year, TaskStory[] stories) =>
    [
        .. stories.Where(story => story.Lead is not null).GroupBy(story => story.Lead!.Value)
            .Select(led => new AgencyLoad(
                led.Key, Tempers.Of(led.Key, new Chance(settings.Seed)), led.Count(), led.Sum(story => story.MissedReports),
                led.Sum(story => story.Escalations), year.Waited.GetValueOrDefault(led.Key)))
            .OrderByDescending(load => load.WaitedTaskDays).ThenByDescending(load => load.Led).ThenBy(load => load.Agency.Value, StringComparer.Ordinal),
    ];

    private static int Count<TFact>(IReadOnlyList<DatedFact> facts) => facts.Count(dated => dated.Fact is TFact);
}
