using System.Text.Json;
using Supervision.Api.Documents;
using Supervision.Calendars;
using Supervision.Plans;
using Supervision.Simulation;

namespace Supervision.Api.Operations;

/// <summary>The year that a new demo store is filled with, and how far that has come. Kept beside the store, so that a load that was cut off begins again as the same year.</summary>
/// <param name="Plan">The name of a plan's file in the data folder; null for our own.</param>
internal sealed record DemoYear(int Seed, DateOnly From, DateOnly Until, string? Plan, bool IsDone)
{
    public const int MonthsUsual = 12;

    private const int SeedUsual = 2026;
    private static readonly string Name = "simulated-year.json";

    /// <summary>What tells the plan of the year from others; its tasks are called after it.</summary>
    public static PlanId PlanId { get; } = new("demo");

    public SimulationSettings Settings => new(Seed, From, Until);

    /// <summary>Written before the store is made: a store that is there without it never asked for a year.</summary>
    /// <param name="plan">A file of another plan, which is copied; null for our own.</param>
    public static async Task PrepareAsync(DataFolder folder, int months, string? plan, DateTimeOffset now, CancellationToken cancellation)
    {
        if (months == 0) return;

        folder.Create();
        var copy = plan is null ? null : "simulated-plan" + Path.GetExtension(plan);
        if (copy is not null) File.Copy(plan!, folder.File(copy), overwrite: true);

        // Up to yesterday: today belongs to the clock on the wall.
        var until = WorkingCalendar.DayOf(now).AddDays(-1);
        await new DemoYear(SeedUsual, until.AddMonths(-months).AddDays(1), until, copy, IsDone: false).WriteAsync(folder, cancellation);
    }

    /// <summary>The year of this folder; null where it has none.</summary>
    public static async Task<DemoYear?> FindAsync(DataFolder folder, CancellationToken cancellation) => File.Exists(folder.File(Name))
        ? JsonSerializer.Deserialize<DemoYear>(await File.ReadAllTextAsync(folder.File(Name), cancellation), ApiJson.Options)
        : null;

    public Task WriteAsync(DataFolder folder, CancellationToken cancellation) =>
        PrivateFile.WriteAsync(folder.File(Name), JsonSerializer.Serialize(this, ApiJson.Options), cancellation);

    /// <exception cref="InvalidOperationException">The plan cannot be read.</exception>
    public async Task<PlanDraft> ReadPlanAsync(DataFolder folder, CancellationToken cancellation)
    {
        var reading = Plan is { } name
            ? await PlanFile.ReadAsync(folder.File(name), cancellation)
            : PlanFile.Read(DemoPlan.For(From), DemoPlan.FileName);
        return DraftOf(reading);
    }

    /// <exception cref="InvalidOperationException">It was not read.</exception>
    public static PlanDraft DraftOf(PlanReading reading) => reading switch
    {
        PlanReading.Read read => read.Draft,
        PlanReading.Unreadable no => throw new InvalidOperationException($"{no.Chinese} · {no.English}"),
        _ => throw new System.Diagnostics.UnreachableException(),
    };
}
