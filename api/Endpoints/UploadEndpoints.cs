using System.Globalization;
using System.Reflection;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Mvc;
using Supervision.Api.Evidence;
using Supervision.Api.Problems;
using Supervision.Api.Requests;
using Supervision.Evidence;
using Supervision.Language;

namespace Supervision.Api.Endpoints;

/// <summary>Uploads that can be gone on with: announce, send pieces from where it stands, complete. Header names as tus.io has them.</summary>
internal static class UploadEndpoints
{
    public static void MapUploads(this IEndpointRouteBuilder evidence)
    {
        var uploads = evidence.MapGroup("/uploads");
        uploads.MapPost("/", BeginAsync).WithName("BeginUpload").WithSummary("开始上传，或查到已传多少 · Begin an upload, or go on with it");
        uploads.MapMethods("/{id}", [HttpMethods.Head], FindAsync).WithName("FindUpload").WithSummary("已收到多少字节 · How much was received");
        uploads.MapPatch("/{id}", AppendAsync).WithName("AppendUpload").WithSummary("续传一段 · Send a piece")
            .WithDescription("Header Upload-Offset: where the piece begins. Body: raw bytes.")
            .WithMetadata(new RequestSizeLimitAttribute(EvidenceRules.BytesMax))
            .WithMetadata(new AcceptsMetadata(["application/offset+octet-stream", "application/octet-stream"], typeof(Stream)));
        uploads.MapPost("/{id}/completion", CompleteAsync).WithName("CompleteUpload").WithSummary("完成上传，登记存证 · Complete an upload and record the file");
        uploads.MapDelete("/{id}", AbandonAsync).WithName("AbandonUpload").WithSummary("放弃上传 · Abandon an upload");
    }

    /// <param name="Sha256">64 lower-case hex digits.</param>
    internal sealed record Announcement(string Name, long Size, EvidenceHash Sha256);

    private static async Task<UploadStand> BeginAsync(Announcement body, SignedIn user, UploadDesk desk, CancellationToken cancellation) =>
        new(await desk.BeginAsync(user.Caller, body.Sha256, body.Size, body.Name, cancellation), StatusCodes.Status201Created);

    private static async Task<UploadStand> FindAsync(string id, SignedIn user, UploadDesk desk, CancellationToken cancellation) =>
        new(await desk.FindAsync(user.Caller, id, cancellation), StatusCodes.Status200OK);

    private static async Task<UploadStand> AppendAsync(string id, HttpRequest request, SignedIn user, UploadDesk desk, CancellationToken cancellation) =>
        long.TryParse(request.Headers[UploadStand.OffsetHeader], NumberStyles.None, CultureInfo.InvariantCulture, out var offset)
            ? new(await desk.AppendAsync(user.Caller, id, offset, request.Body, cancellation), StatusCodes.Status200OK)
            : throw new RefusedException(ApiRefusals.Malformed.With([UploadStand.OffsetHeader]));

    private static async Task<StoredResult> CompleteAsync(string id, SignedIn user, UploadDesk desk, CancellationToken cancellation) =>
        new(await desk.CompleteAsync(user.Caller, id, cancellation));

    private static async Task<Recorded> AbandonAsync(string id, SignedIn user, UploadDesk desk, CancellationToken cancellation) =>
        new((await desk.AbandonAsync(user.Caller, id, cancellation)).Receipt);

    /// <param name="Offset">Bytes received; the next piece begins here.</param>
    /// <param name="AbandonedAfterHours">Without a piece for this long it is thrown away.</param>
    internal sealed record UploadBody(string Upload, long Offset, long Size, int AbandonedAfterHours);

    /// <summary>Where an upload stands, in headers and, where there may be one, a body.</summary>
    internal sealed class UploadStand(UploadAnswer answer, int status) : IResult, IEndpointMetadataProvider
    {
        public const string OffsetHeader = "Upload-Offset";

        private static readonly string LengthHeader = "Upload-Length";

        public Task ExecuteAsync(HttpContext httpContext)
        {
            if (answer.Receipt is Receipt.Refused refused) return new Refusing(refused).ExecuteAsync(httpContext);

            var (upload, response) = (answer.Upload!, httpContext.Response);
            response.StatusCode = status;
            response.Headers.Location = $"{Gateway.ApiPath}/evidence/uploads/{upload.Id}";
            response.Headers[OffsetHeader] = answer.Offset.ToString(CultureInfo.InvariantCulture);
            response.Headers[LengthHeader] = upload.Size.ToString(CultureInfo.InvariantCulture);
            response.Headers.CacheControl = "no-store";
            return HttpMethods.IsHead(httpContext.Request.Method) ? Task.CompletedTask : response.WriteAsJsonAsync(
                new UploadBody(upload.Id, answer.Offset, upload.Size, (int)UploadFolder.AbandonedAfter.TotalHours), ApiJson.Options, httpContext.RequestAborted);
        }

        public static void PopulateMetadata(MethodInfo method, EndpointBuilder builder)
        {
            builder.Metadata.Add(new ProducesResponseTypeMetadata(StatusCodes.Status200OK, typeof(UploadBody), ["application/json"]));
            Refusing.PopulateMetadata(method, builder);
        }
    }

    /// <param name="Reference">What a report names it by.</param>
    internal sealed record StoredBody(string Reference, string Name, string Type, long Size, string? Position);

    /// <summary>A recorded file. Completed again it says the same again.</summary>
    internal sealed class StoredResult(UploadAnswer answer) : IResult, IEndpointMetadataProvider
    {
        public Task ExecuteAsync(HttpContext httpContext)
        {
            if (answer.Receipt is not Receipt.Done done) return new Recorded(answer.Receipt).ExecuteAsync(httpContext);

            var upload = answer.Upload!;
            Recorded.Tell(httpContext, done);
            httpContext.Response.StatusCode = StatusCodes.Status201Created;
            httpContext.Response.Headers.Location = $"{Gateway.ApiPath}/evidence/{upload.Hash}";
            return httpContext.Response.WriteAsJsonAsync(
                new StoredBody(upload.Hash.Reference, upload.Name, upload.Type!, upload.Size, done.Position?.ToString()),
                ApiJson.Options, httpContext.RequestAborted);
        }

        public static void PopulateMetadata(MethodInfo method, EndpointBuilder builder)
        {
            builder.Metadata.Add(new ProducesResponseTypeMetadata(StatusCodes.Status201Created, typeof(StoredBody), ["application/json"]));
            Refusing.PopulateMetadata(method, builder);
        }
    }
}
