namespace Supervision.Api;

/// <summary>A small file that only the account of this process may read, written whole or not at all.</summary>
internal static class PrivateFile
{
    public static async Task WriteAsync(string path, string text, CancellationToken cancellation)
    {
        var beside = path + ".new";
        File.Delete(beside);
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;

        await using (var writer = new StreamWriter(beside, options))
            await writer.WriteAsync(text.AsMemory(), cancellation);
        File.Move(beside, path, overwrite: true);
    }
}
