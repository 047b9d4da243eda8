using System.Runtime.CompilerServices;

namespace Supervision.SystemTests.Rest;

/// <summary>The project's own sample plan: nine items in three groups.</summary>
internal static class SamplePlan
{
    public const int Items = 9;

    public static readonly string Name = "sample-plan.md";

    public static byte[] Content() => File.ReadAllBytes(PathOf());

    public static string PathOf([CallerFilePath] string here = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "../../../domain/Plans", Name));
}
