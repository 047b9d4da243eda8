using System.Text.Json.Nodes;

namespace Supervision.Conformance;

/// <summary>Where ours differs from the real engine on purpose: what was recorded there is a defect of it.</summary>
/// <remarks>Cases are listed by id. Two defects leave a mark in the recording and are known by it in cases that are not listed.</remarks>
public static class Deviations
{
    public const string CancelFaults = "The engine faults an instance when it cancels anything below a container; ours cancels.";
    public const string FaultGoesOn = "The engine goes on with the work in its queue after a fault; ours stops and keeps it for the retry.";
    public const string OuterItemLost = "The engine's inner loops overwrite the current item of the outer one; ours shadow it.";
    public const string MergeLost = "The engine loses a merge behind a loop and finishes without it; ours runs it.";

    public static IReadOnlyDictionary<string, string> ByCase { get; } = new Dictionary<string, string>
    {
        ["023-waitany-cancels-nested-container"] = CancelFaults,
        ["061-end-is-terminal"] = CancelFaults,
        ["092-fault-drains-the-queue"] = FaultGoesOn,
        ["096-merge-after-loop-one-edge-outside"] = MergeLost,
        ["098-nested-foreach-overwrites-current-value"] = OuterItemLost,
        ["108-gov-panel-with-deadline"] = CancelFaults,
        ["109-gov-directive-merged-ending"] = MergeLost,
        ["111-fork-waitany-flowchart-loser"] = CancelFaults,
        ["112-fork-waitany-in-flowchart"] = CancelFaults,
        ["264-complete-inside-nested-sequence"] = CancelFaults,
        ["273-waitany-in-nested-flowchart"] = CancelFaults,
    };

    /// <summary>Why a case that came out otherwise may do so; null when it may not.</summary>
    public static string? ReasonFor(ConformanceCase recorded, JsonArray actual) =>
        ByCase.GetValueOrDefault(recorded.Id)
        ?? (FaultedByCancelling(recorded) ? CancelFaults : null)
        ?? (WentOnAfterAFault(recorded, actual) ? FaultGoesOn : null);

    private static bool FaultedByCancelling(ConformanceCase recorded) => Steps(recorded)
        .SelectMany(step => step["incidents"] as JsonArray ?? [])
        .Any(incident => ((string?)incident!["message"] ?? "").Contains("is not reachable from the flowchart graph", StringComparison.Ordinal));

    // The same journal up to the fault, and nothing after it on our side.
    private static bool WentOnAfterAFault(ConformanceCase recorded, JsonArray actual) => Steps(recorded)
        .Zip(actual.OfType<JsonObject>())
        .Where(pair => !ConformanceComparison.IsSameJournal(pair.First, pair.Second))
        .Select(pair => pair.First["trace"] is JsonArray trace && (string?)pair.First["subStatus"] == "Faulted"
            && ConformanceComparison.IsSameJournal(UpToFault(trace), pair.Second["trace"] as JsonArray ?? []))
        .DefaultIfEmpty(false).First();

    private static JsonArray UpToFault(JsonArray trace)
    {
        var at = trace.ToList().FindIndex(entry => (string?)entry!["event"] == "Faulted");
        return [.. trace.Take(at + 1).Select(entry => entry!.DeepClone())];
    }

    private static IEnumerable<JsonObject> Steps(ConformanceCase recorded) => recorded.Expected["steps"]!.AsArray().OfType<JsonObject>();
}
