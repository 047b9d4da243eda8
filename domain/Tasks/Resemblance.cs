using System.Globalization;
using System.Text;
using Supervision.Language;

namespace Supervision.Tasks;

/// <summary>Whether a new task asks for what an open one on the same object asks for already (条例第十五条: no repeated supervision). Pure.</summary>
/// <remarks>
/// Titles are brought to one form (full-width as half-width, no spaces, punctuation or case), cut into overlapping pairs of characters and
/// compared as sets (Jaccard). It warns, and a person decides: with a reason the task is registered.
/// </remarks>
public static class Resemblance
{
    /// <summary>From here on, in percent, a title resembles another. A default to confirm.</summary>
    public const int ResemblesFrom = 60;

    /// <summary>0 to 100, rounded down; titles of less than two characters resemble nothing.</summary>
    public static int Percent(string one, string other)
    {
        var (a, b) = (PairsOf(one), PairsOf(other));
        var shared = a.Count(b.Contains);
        return shared == 0 ? 0 : shared * 100 / (a.Count + b.Count - shared);
    }

    /// <summary>The refusal that names the open task that resembles it most; null where none does, or a reason is given.</summary>
    /// <param name="open">The open tasks on the same agencies, as far as the caller sees them.</param>
    public static Receipt.Refused? RefusedFor(string title, string? reason, IReadOnlyList<OpenTask> open)
    {
        if (!string.IsNullOrWhiteSpace(reason)) return null;

        var (nearest, percent) = open.Select(task => (Task: task, Percent: Percent(title, task.Title))).DefaultIfEmpty().MaxBy(pair => pair.Percent);
        return percent >= ResemblesFrom
            ? TaskRefusals.Resembles.With([nearest!.Title, nearest.Number ?? nearest.Task.Value, percent])
            : null;
    }

    private static HashSet<string> PairsOf(string title)
    {
        // Half of a letter outside the first plane cannot be normalised.
        var normal = new string([.. title.Where(c => !char.IsSurrogate(c))]).Normalize(NormalizationForm.FormKC);
        var kept = string.Concat(normal.Where(char.IsLetterOrDigit).Select(c => char.ToLower(c, CultureInfo.InvariantCulture)));
        return [.. Enumerable.Range(0, Math.Max(0, kept.Length - 1)).Select(at => kept.Substring(at, 2))];
    }
}

/// <summary>An open task, as far as a new one is compared with it.</summary>
/// <param name="Number">发文字号; null where it has none.</param>
public sealed record OpenTask(TaskId Task, string Title, string? Number);
