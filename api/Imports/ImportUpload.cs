using System.Net.Mime;
using System.Reflection;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Http.Metadata;
using Supervision.Api.Documents;
using Supervision.Api.Problems;
using Supervision.Imports;
using Supervision.Plans;

namespace Supervision.Api.Imports;

/// <summary>A sheet as it was sent: raw bytes with <c>?name=</c>, or one file of a form; <c>kind</c>, <c>plan</c> and <c>source</c> in the address.</summary>
internal sealed record ImportUpload(byte[] Content, string Name, ImportKind Kind, PlanId? Plan, string Source)
    : IBindableFromHttpContext<ImportUpload>, IEndpointParameterMetadataProvider
{
    /// <summary>The file itself, and what a form puts around it.</summary>
    public const int BodyBytesMax = PlanFile.BytesMax + (64 * 1024);

    private const int NameLengthMax = 100;

    public string Sha256 => Convert.ToHexStringLower(SHA256.HashData(Content));

    public static async ValueTask<ImportUpload?> BindAsync(HttpContext context, ParameterInfo parameter)
    {
        var request = context.Request;
        var (content, name) = request.HasFormContentType
            ? await FileOfFormAsync(request)
            : (await BytesAsync(request.Body, context.RequestAborted), request.Query["name"].ToString());
        return new ImportUpload(content, Safe(name), KindOf(request.Query["kind"]), PlanOf(request.Query["plan"]), SourceOf(request.Query["source"]));
    }

    public static void PopulateMetadata(ParameterInfo parameter, EndpointBuilder builder) => builder.Metadata.Add(new AcceptsMetadata(
        [MediaTypeNames.Application.Octet, MediaTypeNames.Multipart.FormData, MediaTypeNames.Text.Csv], typeof(IFormFile)));

    private static async Task<(byte[] Content, string Name)> FileOfFormAsync(HttpRequest request)
    {
        var form = await request.ReadFormAsync(request.HttpContext.RequestAborted);
        if (form.Files is not [var file])
            throw new RefusedException(ApiRefusals.Malformed.With(["multipart/form-data: 1 file"]));

        await using var content = file.OpenReadStream();
        return (await BytesAsync(content, request.HttpContext.RequestAborted), file.FileName);
    }

    private static async Task<byte[]> BytesAsync(Stream content, CancellationToken cancellation)
    {
        using var bytes = new MemoryStream();
        await content.CopyToAsync(bytes, cancellation);
        return bytes.ToArray();
    }

    // It is shown and recorded; it never names a file of ours.
    private static string Safe(string name)
    {
        var last = string.Concat(name.Split('/', '\\')[^1].Where(c => !char.IsControl(c) && !char.IsSurrogate(c))).Trim();
        return last.Length == 0 ? "sheet" : last[..Math.Min(last.Length, NameLengthMax)];
    }

    private static ImportKind KindOf(string? text) => text switch
    {
        null or "" or "tasks" => ImportKind.Tasks,
        "plan-items" => ImportKind.PlanItems,
        _ => throw new RefusedException(ApiRefusals.Malformed.With(["kind"])),
    };

    private static PlanId? PlanOf(string? text) =>
        string.IsNullOrEmpty(text) ? null
        : PlanId.TryParse(text, null, out var plan) ? plan
        : throw new RefusedException(ApiRefusals.Malformed.With(["plan"]));

    private static string SourceOf(string? text) =>
        string.IsNullOrEmpty(text) ? ExternalIds.SourceDefault
        : ExternalIds.IsSource(text) ? text
        : throw new RefusedException(ImportRefusals.SourceUnfit.With([text, ExternalIds.SourceLengthMax]));
}
