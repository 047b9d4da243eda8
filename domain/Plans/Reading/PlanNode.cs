namespace Supervision.Plans;

/// <summary>One part of a plan (章节、任务): a heading, the text under it, and the parts below.</summary>
/// <param name="Key">The numbering as in the text: 一, （一）, 1, （1）, ①; empty where the text has none.</param>
/// <param name="Path">Keys from the top, joined with <c>/</c>; unique in a draft.</param>
/// <param name="Title">The heading without its number and closing mark.</param>
/// <param name="Body">The text after the heading, one line a paragraph; sentences cut by a page break are whole again.</param>
/// <param name="Line">The line of the heading in the file, from 1.</param>
/// <param name="EndLine">The last line of this part and everything below it.</param>
[GenerateSerializer, Immutable, Alias("PlanNode")]
public sealed record PlanNode(
    [property: Id(0)] string Key,
    [property: Id(1)] string Path,
    [property: Id(2)] string Title,
    [property: Id(3)] string Body,
    [property: Id(4)] int Line,
    [property: Id(5)] int EndLine,
    [property: Id(6)] PlanLevel Level,
    [property: Id(7)] IReadOnlyList<NamedAgency> Leads,
    [property: Id(8)] IReadOnlyList<NamedAgency> Responsible,
    [property: Id(9)] IReadOnlyList<NamedAgency> Support,
    [property: Id(10)] IReadOnlyList<PlanDeadline> Deadlines,
    [property: Id(11)] IReadOnlyList<PlanTarget> Targets,
    [property: Id(12)] IReadOnlyList<PlanPlace> Places,
    [property: Id(13)] IReadOnlyList<PlanNode> Items)
{
    /// <summary>
    /// Whether this part, where it stands among the groups, is one task: nothing below it, or only points such as
    /// （1） and ①, which are steps of the same task.
    /// </summary>
    public bool IsItem => Items.All(child => child.Level is PlanLevel.Point or PlanLevel.Circled)
        && Level is not (PlanLevel.Point or PlanLevel.Circled);

    /// <summary>This part and everything below it, in the order of the text.</summary>
    public IEnumerable<PlanNode> WithDescendants() => Items.SelectMany(child => child.WithDescendants()).Prepend(this);
}

/// <summary>The level of a part, from its numbering alone; marks of a text format such as # say nothing about it.</summary>
[GenerateSerializer, Alias("PlanLevel")]
public enum PlanLevel
{
    /// <summary>第一部分, above chapters.</summary>
    Part = -1,

    /// <summary>一、</summary>
    Chapter,

    /// <summary>（一）</summary>
    Section,

    /// <summary>1.</summary>
    Article,

    /// <summary>（1）</summary>
    Point,

    /// <summary>①</summary>
    Circled,

    /// <summary>A heading without a number: a bold opening sentence, or one after a dash (——).</summary>
    Unnumbered,
}
