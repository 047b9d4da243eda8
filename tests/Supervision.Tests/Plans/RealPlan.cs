using System.Runtime.CompilerServices;
using System.Text.Json;

namespace Supervision.Tests.Plans;

/// <summary>
/// The city's real plan and its inventory. They are not part of the repository; a test that reads them is skipped
/// where they are absent.
/// </summary>
internal static class RealPlan
{
    public const string FileName = "xinyang-2023-2025.md";

    public static byte[] Content() => File.ReadAllBytes(Require(FileName));

    public static JsonElement Inventory() =>
        JsonDocument.Parse(File.ReadAllBytes(Require("xinyang-2023-2025.inventory.json"))).RootElement;

    private static string Require(string name)
    {
        var path = Folders().Select(folder => Path.Combine(folder, "plans", name)).FirstOrDefault(File.Exists);
        Assert.SkipUnless(
            path is not null,
            $"{name} is not here. Put it beside the repository as ../shared/plans/{name}, or name its folder in "
            + "SUPERVISION_SHARED.");
        return path!;
    }

    private static IEnumerable<string> Folders()
    {
        if (Environment.GetEnvironmentVariable("SUPERVISION_SHARED") is { Length: > 0 } named)
            yield return named;
        yield return Path.Combine(Root(), "..", "shared");
        yield return Path.Combine(Root(), "..", "..", "shared");
    }

    private static string Root([CallerFilePath] string here = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "../../.."));
}
