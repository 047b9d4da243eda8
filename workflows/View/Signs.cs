namespace Supervision.Workflows.View;

/// <summary>Signs as paths, so that no font is needed: for kinds of activities on 20 by 20, for marks on 12 by 12. Drawn as lines.</summary>
internal static class Signs
{
    public static string Of(ActivityKind kind) => kind switch
    {
        ActivityKind.Start => "M7 4.5L15.5 10L7 15.5Z",
        ActivityKind.End => "M10 3A7 7 0 1 1 9.99 3ZM7.5 7.5H12.5V12.5H7.5Z",
        ActivityKind.Person => "M10 3.5A3 3 0 1 1 9.99 3.5ZM4 16.5C4 13 6.5 11.5 10 11.5S16 13 16 16.5Z",
        ActivityKind.Time => "M10 3A7 7 0 1 1 9.99 3ZM10 6V10L13 12",
        ActivityKind.Signal => "M3 6H17V15H3ZM3 6.5L10 11.5L17 6.5",
        ActivityKind.Request => "M3 10L17 4L12.5 16.5L9 11.5ZM9 11.5L17 4",
        ActivityKind.Decision => "M10 3L17 10L10 17L3 10ZM10 7V10.5M10 12.5V13.2",
        ActivityKind.Fork => "M3 10H8M8 10C11 10 10 5 13 5H17M8 10C11 10 10 15 13 15H17M14.5 3L17 5L14.5 7M14.5 13L17 15L14.5 17",
        ActivityKind.Join => "M3 5H6C9 5 8.5 10 12 10H17M3 15H6C9 15 8.5 10 12 10M14.5 8L17 10L14.5 12",
        ActivityKind.Loop => "M15.5 7A6.5 6.5 0 1 0 16.5 11M16 3V7.5H11.5",
        ActivityKind.Value => "M7 3.5H5V16.5H7M13 3.5H15V16.5H13M8 8H12M8 12H12",
        ActivityKind.Script => "M7 6L3 10L7 14M13 6L17 10L13 14M11 4.5L9 15.5",
        ActivityKind.Process => "M3 3.5H9V8H3ZM11 12H17V16.5H11ZM6 8V14.2H11M9.2 12.4L11 14.2L9.2 16",
        ActivityKind.Container => "M3 4H17V16H3ZM3 8H17",
        ActivityKind.Step => "M4 5H16V15H4Z",
        ActivityKind.Unknown => "M4 4H16V16H4ZM8 8A2 2 0 1 1 10 10.2V11.5M10 13.4V14",
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    public static string Of(Mark mark) => mark switch
    {
        Mark.Done => "M1.5 6.5L4.5 9.5L10.5 2.5",
        Mark.Cancelled => "M2 6H10",
        Mark.UnderWay => "M3 2L10 6L3 10Z",
        Mark.Waiting => "M2.5 1H9.5M2.5 11H9.5M3.5 1C3.5 4 5.5 5 6 6C6.5 5 8.5 4 8.5 1M3.5 11C3.5 8 5.5 7 6 6C6.5 7 8.5 8 8.5 11",
        Mark.Overdue => "M6 1L11.5 11H0.5ZM6 4.5V7.5M6 9V9.4",
        Mark.Faulted => "M2 2L10 10M10 2L2 10",
        _ => "",
    };
}
