using System.Text.Json.Serialization;

namespace Supervision.Notices;

/// <summary>How much a notice presses. The order counts: a person who is told twice of one thing is told at the greater weight.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<NoticeWeight>))]
public enum NoticeWeight
{
    /// <summary>只入摘要: with the first digest of a working day.</summary>
    Digest,

    /// <summary>一般: with the next digest.</summary>
    Normal,

    /// <summary>紧急: at once, outside quiet hours.</summary>
    Urgent,
}
