using Supervision.Language;
using Supervision.Registers;
using Supervision.Tasks;

namespace Supervision.Evidence;

/// <summary>Where files are used, and what should make a reader look twice. Never more than the caller may see; hints, never refusals.</summary>
public interface IEvidenceRegister
{
    /// <summary>Whether a task that the caller may see names the file.</summary>
    Task<bool> IsInReachAsync(Caller caller, EvidenceHash hash, CancellationToken cancellation = default);

    /// <summary>Where the file is named, the newest first, at most <see cref="EvidenceUses.Max"/>.</summary>
    Task<EvidenceUses> UsesAsync(Caller caller, EvidenceHash hash, FeedPosition? seen = null, CancellationToken cancellation = default);

    /// <summary>The files of a task with where else they are used, and its reports that repeat an earlier one; null when there is no such task in reach.</summary>
    Task<TaskEvidence?> OfTaskAsync(Caller caller, TaskId task, FeedPosition? seen = null, CancellationToken cancellation = default);
}

/// <summary>One place where a file is named.</summary>
/// <param name="In">What names it: report, completion or value.</param>
/// <param name="Number">Of the report; 0 for what has none.</param>
/// <param name="On">The day, Asia/Shanghai.</param>
public sealed record EvidenceUse(TaskId Task, string Title, string In, int Number, string Name, DateOnly On);

public sealed record EvidenceUses(IReadOnlyList<EvidenceUse> Uses, RegisterStand Stand)
{
    public const int Max = 100;
}

/// <param name="Elsewhere">Other tasks, reports and months that name the same file: used twice (材料重复使用).</param>
public sealed record AttachedEvidence(EvidenceHash Hash, EvidenceUse Use, IReadOnlyList<EvidenceUse> Elsewhere);

/// <summary>A report whose text is that of an earlier one (照抄上期).</summary>
/// <param name="Percent">How alike, by <see cref="TextLikeness"/>.</param>
public sealed record CopiedReport(int Report, int Of, int Percent);

public sealed record TaskEvidence(
    IReadOnlyList<AttachedEvidence> Attached, IReadOnlyList<CopiedReport> Copied, RegisterStand Stand);
