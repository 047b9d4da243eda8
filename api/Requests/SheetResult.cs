using System.Reflection;
using Microsoft.AspNetCore.Http.Metadata;
using Supervision.Api.Problems;

namespace Supervision.Api.Requests;

/// <summary>A workbook as a file to keep. It is written to a file first: what fails on the way is still a problem with a code.</summary>
/// <param name="write">Writes the whole of it; synchronous writes are allowed.</param>
internal sealed class SheetResult(string name, Func<Stream, CancellationToken, Task> write) : IResult, IEndpointMetadataProvider
{
    public const string MediaType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private const int BufferBytes = 64 * 1024;

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        await using var file = new FileStream(Path.Combine(Path.GetTempPath(), $"supervision-{Guid.CreateVersion7():N}.xlsx"), Options());
        await write(file, httpContext.RequestAborted);
        file.Position = 0;

        var response = httpContext.Response;
        response.ContentType = MediaType;
        response.ContentLength = file.Length;
        response.Headers.ContentDisposition = $"attachment; filename=\"{name}\"";
        await file.CopyToAsync(response.Body, httpContext.RequestAborted);
    }

    public static void PopulateMetadata(MethodInfo method, EndpointBuilder builder)
    {
        builder.Metadata.Add(new ProducesResponseTypeMetadata(StatusCodes.Status200OK, typeof(byte[]), [MediaType]));
        Refusing.PopulateMetadata(method, builder);
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
