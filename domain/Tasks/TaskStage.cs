using System.Text.Json.Serialization;

namespace Supervision.Tasks;

/// <summary>办理阶段; the picture is docs/task-lifecycle.md. Stopped clock, extension and reconsideration stand beside it.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<TaskStage>))]
public enum TaskStage
{
    /// <summary>No such task yet.</summary>
    Unregistered,

    /// <summary>待审.</summary>
    Registered,

    /// <summary>未获批准: an end.</summary>
    NotApproved,

    /// <summary>已立项, 待交办.</summary>
    Approved,

    /// <summary>已交办, 待签收.</summary>
    Assigned,

    /// <summary>办理中.</summary>
    InProgress,

    /// <summary>已办结, 待核查.</summary>
    Completed,

    /// <summary>已核查, 待评价.</summary>
    Verified,

    /// <summary>已评价, 待销号.</summary>
    Appraised,

    /// <summary>已销号.</summary>
    ClosedOut,

    /// <summary>已归档: an end.</summary>
    Archived,

    /// <summary>已撤销: an end.</summary>
    Withdrawn,

    /// <summary>已终止: an end, by consent.</summary>
    Terminated,

    /// <summary>已并案: an end; it goes on in another task.</summary>
    Merged,

    /// <summary>已拆分: an end; it goes on in its parts.</summary>
    Split,
}
