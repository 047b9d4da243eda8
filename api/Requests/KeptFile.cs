namespace Supervision.Api.Requests;

/// <summary>An answer that is a file to keep. It is written to the disk first: what fails on the way is still a problem with a code.</summary>
internal static class KeptFile
{
    private const int BufferBytes = 64 * 1024;

    /// <param name="name">In ASCII.</param>
    /// <param name="write">Writes the whole of it; synchronous writes are allowed.</param>
    public static async Task SendAsync(HttpContext context, string name, string mediaType, Func<Stream, CancellationToken, Task> write)
    {
        var path = Path.Combine(Path.GetTempPath(), $"supervision-{Guid.CreateVersion7():N}{Path.GetExtension(name)}");
        await using var file = new FileStream(path, Options());
        await write(file, context.RequestAborted);
        file.Position = 0;

        var response = context.Response;
        response.ContentType = mediaType;
        response.ContentLength = file.Length;
        response.Headers.ContentDisposition = $"attachment; filename=\"{name}\"";
        await file.CopyToAsync(response.Body, context.RequestAborted);
    }

    // Gone when it is closed, also after a crash on most systems; nobody else may look.
    private static FileStreamOptions Options()
    {
        var options = new FileStreamOptions
        {
            Mode = FileMode.CreateNew,
            Access = FileAccess.ReadWrite,
            Share = FileShare.None,
            BufferSize = BufferBytes,
            Options = FileOptions.DeleteOnClose | FileOptions.Asynchronous,
        };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        return options;
    }
}
