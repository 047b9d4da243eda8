using System.Text.Json.Serialization;
using Supervision.Language;
using Supervision.Plans;
using Supervision.Tasks;

namespace Supervision.Registers;

/// <summary>Which tasks of those the caller may see. What is left out does not narrow.</summary>
/// <param name="Lead">Led by this agency.</param>
/// <param name="Agency">On this agency's table in any part.</param>
/// <param name="DueFrom">Due on this day or later.</param>
/// <param name="DueTo">Due on this day or earlier.</param>
/// <param name="Text">Words and Chinese strings that must all stand in id, document number, title or content.</param>
public sealed record TaskFilter(
    IReadOnlyList<TaskStage>? Stages = null,
    IReadOnlyList<Light>? Lights = null,
    AgencyCode? Lead = null,
    AgencyCode? Agency = null,
    PlanId? Plan = null,
    DateOnly? DueFrom = null,
    DateOnly? DueTo = null,
    string? Text = null)
{
    public const int TextLengthMax = 100;

    public static TaskFilter Everything { get; } = new();
}

/// <summary>The order of a list of tasks.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<TaskSort>))]
public enum TaskSort
{
    /// <summary>Open tasks by due date, the earliest first, those without one after them, closed ones last.</summary>
    Urgency,

    /// <summary>The latest change first.</summary>
    Changed,
}

/// <summary>A page of the register of tasks (台账).</summary>
/// <param name="Cursor">The <see cref="TaskPage.Next"/> of the page before; it belongs to one order.</param>
public sealed record TaskQuery(
    TaskFilter Filter, TaskSort Sort = TaskSort.Urgency, PageCursor? Cursor = null, int Limit = TaskQuery.LimitDefault)
{
    public const int LimitDefault = 50;

    public const int LimitMax = PageQuery.LimitMax;

    public TaskQuery() : this(TaskFilter.Everything)
    {
    }

    public PageQuery Page => new(Sort.ToString(), Cursor, Limit);

    /// <summary>What is wrong with the query, or null.</summary>
    public (Refusal Refusal, object[] Values)? Flaw() =>
        Filter.Text?.Length > TaskFilter.TextLengthMax
            ? (RegisterRefusals.TextTooLong, [TaskFilter.TextLengthMax])
            : Page.Flaw();
}
