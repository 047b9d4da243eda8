using System.Runtime.CompilerServices;

namespace Supervision.Tests.Architecture;

/// <summary>Where the sources of this checkout stand, for tests that read pages and folders.</summary>
internal static class RepositoryRoot
{
    public static string Path { get; } = Find();

    public static string Read(string path) => File.ReadAllText(System.IO.Path.Combine(Path, path));

    private static string Find([CallerFilePath] string here = "") =>
        System.IO.Path.GetFullPath(System.IO.Path.Combine(System.IO.Path.GetDirectoryName(here)!, "../../.."));
}
