using System.Text.Json.Serialization;
using Supervision.Language;

namespace Supervision.Tasks;

/// <summary>Where a problem of the list 问题清单 stands.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ProblemStage>))]
public enum ProblemStage
{
    /// <summary>待整改.</summary>
    Raised,

    /// <summary>已整改, 待核验.</summary>
    Rectified,

    /// <summary>已核验, 待销号.</summary>
    Verified,

    /// <summary>已销号: an end.</summary>
    Closed,
}

/// <summary>A problem that was found on a task: who is to put it right, and until when.</summary>
/// <param name="Number">From 1, within its task.</param>
/// <param name="DueOn">The last day that is in time, Asia/Shanghai.</param>
/// <param name="RectifiedOn">The day of the newest rectification; null while there is none that stands.</param>
/// <param name="Returned">How often a rectification did not hold.</param>
public sealed record TaskProblem(
    int Number, string Text, AgencyCode Agency, DateOnly DueOn, ProblemStage Stage, DateOnly? RectifiedOn = null, int Returned = 0)
{
    public bool IsLate(DateOnly today) => (RectifiedOn ?? today) > DueOn;
}
