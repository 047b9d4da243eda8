using System.Text.Json.Serialization;
using Supervision.Language;

namespace Supervision.Plans;

/// <summary>An agency that the text names.</summary>
/// <param name="Agency">Its code in the organisation; null where the name is not known there.</param>
/// <param name="Line">Where in the file, from 1. Null in drafts registered before lines were kept; so below.</param>
[GenerateSerializer, Immutable, Alias("NamedAgency")]
public sealed record NamedAgency([property: Id(0)] string Quote, [property: Id(1)] AgencyCode? Agency, [property: Id(2)] int? Line = null);

/// <summary>A time limit that the text names.</summary>
/// <param name="On">The last day that is in time.</param>
/// <param name="Every">For a recurring one, an ISO 8601 period: P1M, P3M, P1Y.</param>
[GenerateSerializer, Immutable, Alias("PlanDeadline")]
public sealed record PlanDeadline(
    [property: Id(0)] string Quote,
    [property: Id(1)] DeadlineKind Kind,
    [property: Id(2)] DateOnly? On,
    [property: Id(3)] string? Every,
    [property: Id(4)] int? Line = null);

[GenerateSerializer, Alias("DeadlineKind")]
public enum DeadlineKind { Date, Period, Recurring, Continuous, Relative }

/// <summary>Something to be reached (目标值) that the text names.</summary>
/// <param name="Value">A number, or the class of an ordinal scale such as III.</param>
[GenerateSerializer, Immutable, Alias("PlanTarget")]
public sealed record PlanTarget(
    [property: Id(0)] string Quote,
    [property: Id(1)] TargetStrength Strength,
    [property: Id(2)] string? Metric,
    [property: Id(3)] TargetComparison? Op,
    [property: Id(4)] TargetValue? Value,
    [property: Id(5)] string? Unit,
    [property: Id(6)] int? Line = null);

/// <summary>How binding the words are: 确保, 推进, 力争.</summary>
[GenerateSerializer, Alias("TargetStrength")]
public enum TargetStrength { Must, Push, Strive }

[GenerateSerializer, Alias("TargetComparison")]
public enum TargetComparison
{
    [JsonStringEnumMemberName(">=")] AtLeast,
    [JsonStringEnumMemberName("<=")] AtMost,
    [JsonStringEnumMemberName("=")] Exactly,
    [JsonStringEnumMemberName(">")] MoreThan,
    [JsonStringEnumMemberName("<")] LessThan,

    /// <summary>On a scale where a smaller class is better, such as water of class Ⅱ.</summary>
    [JsonStringEnumMemberName("at-least-as-good-as")] AtLeastAsGoodAs,

    /// <summary>A milestone: 开工, 建成.</summary>
    [JsonStringEnumMemberName("done")] Done,
}

/// <summary>A place, site or body that the text mentions.</summary>
/// <param name="Name">Its name in the gazetteer; of a company, which no gazetteer has, the words of the text.</param>
[GenerateSerializer, Immutable, Alias("PlanPlace")]
public sealed record PlanPlace(
    [property: Id(0)] string Quote,
    [property: Id(1)] string Name,
    [property: Id(2)] PlaceKind Kind,
    [property: Id(3)] int? Line = null);

[GenerateSerializer, Alias("PlaceKind")]
public enum PlaceKind { County, Zone, Agency, Company, Site, Event, Brand, Other }
