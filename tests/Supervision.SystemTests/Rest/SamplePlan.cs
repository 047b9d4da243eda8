using System.Runtime.CompilerServices;

namespace Supervision.SystemTests.Rest;

/// <summary>The project's own sample plan: nine items in three groups.</summary>
internal static class SamplePlan
{
    public const int Items = 9;

    public static readonly string Name = "sample-plan.md";

    public static byte[] Content() => File.ReadAllBytes(PathOf());

    /// <summary>The same text as another file: a plan is known by its bytes, and an accepted one is not accepted again.</summary>
    public static byte[] Of(string test) => [.. Content(), .. System.Text.Encoding.UTF8.GetBytes($"\n<!-- {test} -->\n")];

    public static string PathOf([CallerFilePath] string here = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "../../../domain/Plans", Name));
}
