using System.Globalization;
using System.Net.Mime;
using System.Reflection;
using System.Text.Json;
using Microsoft.AspNetCore.Http.Metadata;
using Supervision.Api.Documents;
using Supervision.Api.Operations;
using Supervision.Api.Problems;
using Supervision.Plans;

namespace Supervision.Api.Requests;

/// <summary>A plan as it was sent: raw bytes with <c>?name=</c>, one file of a form, or a draft as JSON that a person has mended.</summary>
internal sealed record PlanUpload(PlanReading Reading, PlanId? Id) : IBindableFromHttpContext<PlanUpload>, IEndpointParameterMetadataProvider
{
    /// <summary>The file itself, and what a form puts around it.</summary>
    public const int BodyBytesMax = PlanFile.BytesMax + (64 * 1024);

    private static readonly string DefaultName = "plan.md";

    public static async ValueTask<PlanUpload?> BindAsync(HttpContext context, ParameterInfo parameter)
    {
        var request = context.Request;
        var reading = request.HasFormContentType ? await ReadFormAsync(request)
            : request.HasJsonContentType() ? await ReadDraftAsync(context)
            : PlanFile.Read(await ReadBytesAsync(request.Body, context.RequestAborted), NameOf(request));

        return new PlanUpload(Completed(reading, request.Query), IdOf(request.Query["id"]));
    }

    public static void PopulateMetadata(ParameterInfo parameter, EndpointBuilder builder) => builder.Metadata.Add(new AcceptsMetadata(
        [MediaTypeNames.Application.Octet, MediaTypeNames.Multipart.FormData, MediaTypeNames.Text.Plain, "text/markdown", MediaTypeNames.Application.Json],
        typeof(IFormFile)));

    private static async Task<PlanReading> ReadFormAsync(HttpRequest request)
    {
        var form = await request.ReadFormAsync(request.HttpContext.RequestAborted);
        if (form.Files is not [var file])
            throw new RefusedException(ApiRefusals.Malformed.With(["multipart/form-data: 1 file"]));

        await using var content = file.OpenReadStream();
        return PlanFile.Read(await ReadBytesAsync(content, request.HttpContext.RequestAborted), file.FileName);
    }

    private static async Task<PlanReading> ReadDraftAsync(HttpContext context) => new PlanReading.Read(
        await JsonSerializer.DeserializeAsync<PlanDraft>(context.Request.Body, ApiJson.Options, context.RequestAborted)
        ?? throw new JsonException(null, "$", null, null));

    private static async Task<byte[]> ReadBytesAsync(Stream content, CancellationToken cancellation)
    {
        using var bytes = new MemoryStream();
        await content.CopyToAsync(bytes, cancellation);
        return bytes.ToArray();
    }

    private static string NameOf(HttpRequest request) =>
        request.Query["name"].ToString() is { Length: > 0 } name ? name : DefaultName;

    private static PlanId? IdOf(string? text) =>
        string.IsNullOrEmpty(text) ? null
        : PlanId.TryParse(text, null, out var id) ? id
        : throw new RefusedException(ApiRefusals.Malformed.With(["id"]));

    private static PlanReading Completed(PlanReading reading, IQueryCollection query) =>
        reading is PlanReading.Read { Draft: var draft }
            ? new PlanReading.Read(PlanImport.Complete(draft, query["issuer"], DayOf(query["issuedOn"])))
            : reading;

    private static DateOnly? DayOf(string? text) =>
        string.IsNullOrEmpty(text) ? null
        : DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day
        : throw new RefusedException(ApiRefusals.Malformed.With(["issuedOn"]));
}
