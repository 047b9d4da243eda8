using Supervision.Language;

namespace Supervision.RollUps;

/// <summary>Marks on the way of a plan, or of a task that was broken down: each is recorded once, when it is first reached.</summary>
/// <remarks>
/// Gateways roll up on their own and at positions of their own. A mark that is never taken back is the same whichever of
/// them says it first and however often: where the progress stands today is in the register, not in the ledger.
/// </remarks>
public static class Thresholds
{
    /// <summary>In percent, rising.</summary>
    public static IReadOnlyList<int> Percents { get; } = [25, 50, 75, 100];

    private const int PermilleAPercent = 10;

    /// <summary>The highest mark that an exact progress has come to, in percent; 0 for none. Nothing is rounded up to it.</summary>
    public static int ReachedBy(Ratio permille) =>
        Percents.LastOrDefault(percent => permille.Numerator >= permille.Denominator * percent * PermilleAPercent);

    /// <summary>A fact for each mark up to this one that is not recorded yet; none where all are.</summary>
    /// <param name="recorded">The highest that the stream has.</param>
    public static Decision Note(int recorded, int percent) => Decision.Record(
        [.. Percents.Where(mark => mark > recorded && mark <= percent).Select(mark => new ProgressReached(mark, RollUpRules.Version))]);
}

/// <summary>What is below a plan or task has brought it to this percentage for the first time.</summary>
/// <param name="Rule">The version of the rules of the roll-up that said so.</param>
[Kind("progress.reached")]
public sealed record ProgressReached(int Percent, int Rule) : Fact;
