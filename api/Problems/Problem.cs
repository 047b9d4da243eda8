using System.Diagnostics;
using System.Text.Json.Serialization;
using Supervision.Definitions;
using Supervision.Language;

namespace Supervision.Api.Problems;

/// <summary>A refusal as problem details (RFC 9457): the title in the reader's language, both sentences beside it.</summary>
/// <param name="Type">A name, not an address: <c>urn:supervision:task.not-found</c>.</param>
/// <param name="Code">Stable for ever; docs/errors.md has a row for each.</param>
/// <param name="TraceId">Finds the log lines of this request.</param>
internal sealed record Problem(
    string Type,
    string Title,
    int Status,
    string Code,
    string Chinese,
    string English,
    string Instance,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? TraceId)
{
    /// <summary>What is wrong one by one, where a check has looked for all of it.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<DefinitionFinding>? Findings { get; init; }

    public const string MediaType = "application/problem+json";

    public static Problem Of(HttpContext http, Receipt.Refused refused) => new(
        $"urn:supervision:{refused.Code}",
        ReaderLanguage.IsEnglish(http.Request) ? refused.English : refused.Chinese,
        ProblemStatus.Of(refused.Code), refused.Code, refused.Chinese, refused.English,
        http.Request.Path, Activity.Current?.TraceId.ToString());
}
