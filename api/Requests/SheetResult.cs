using System.Reflection;
using Microsoft.AspNetCore.Http.Metadata;
using Supervision.Api.Problems;

namespace Supervision.Api.Requests;

/// <summary>A workbook as a file to keep.</summary>
/// <param name="write">Writes the whole of it; synchronous writes are allowed.</param>
internal sealed class SheetResult(string name, Func<Stream, CancellationToken, Task> write) : IResult, IEndpointMetadataProvider
{
    public const string MediaType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    public Task ExecuteAsync(HttpContext httpContext) => KeptFile.SendAsync(httpContext, name, MediaType, write);

    public static void PopulateMetadata(MethodInfo method, EndpointBuilder builder)
    {
        builder.Metadata.Add(new ProducesResponseTypeMetadata(StatusCodes.Status200OK, typeof(byte[]), [MediaType]));
        Refusing.PopulateMetadata(method, builder);
    }
}
