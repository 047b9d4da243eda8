namespace Supervision.Plans;

/// <summary>
/// What a reader made of the text of a plan (方案草稿): its parts, in order, with the doubts a person must settle
/// before anything is put on the register. Nothing in a draft is decided.
/// </summary>
/// <param name="DocNo">文号, such as 信政办〔2024〕3号; null where the text has none.</param>
/// <param name="Issuer">The issuing body (发文机关) as written.</param>
/// <param name="IssuedOn">成文日期.</param>
/// <param name="Groups">
/// The parts that hold tasks; a document with chapters over groups has the groups as children of the chapter.
/// </param>
/// <param name="Context">Guiding ideas, principles, goals, safeguards: kept, and not proposed as tasks.</param>
/// <param name="JoinedAt">
/// Lines whose text continued a sentence that a page break had cut: a person who compares with the original looks here.
/// </param>
[GenerateSerializer, Immutable, Alias("PlanDraft")]
public sealed record PlanDraft(
    [property: Id(0)] string Title,
    [property: Id(1)] string? DocNo,
    [property: Id(2)] string? Issuer,
    [property: Id(3)] DateOnly? IssuedOn,
    [property: Id(4)] PlanPeriod? Period,
    [property: Id(5)] PlanSource Source,
    [property: Id(6)] IReadOnlyList<PlanNode> Groups,
    [property: Id(7)] IReadOnlyList<PlanNode> Context,
    [property: Id(8)] IReadOnlyList<PlanDoubt> Doubts,
    [property: Id(9)] IReadOnlyList<int> JoinedAt)
{
    /// <summary>The parts proposed as tasks, in the order of the text.</summary>
    public IEnumerable<PlanNode> Items => Groups.SelectMany(group => group.WithDescendants()).Where(node => node.IsItem);
}

/// <summary>The years a plan covers, as its title says: <c>2023</c> to <c>2025</c>.</summary>
[GenerateSerializer, Immutable, Alias("PlanPeriod")]
public sealed record PlanPeriod([property: Id(0)] string? From, [property: Id(1)] string? To);

/// <summary>Where a draft came from.</summary>
/// <param name="Sha256">Of the bytes of the file, lower-case hexadecimal: the original can be told from a later copy.</param>
/// <param name="Encoding">How the bytes were read: <c>utf-8</c>, <c>utf-16le</c>, <c>utf-16be</c>, <c>gb18030</c>.</param>
[GenerateSerializer, Immutable, Alias("PlanSource")]
public sealed record PlanSource(
    [property: Id(0)] string Sha256,
    [property: Id(1)] PlanFormat Format,
    [property: Id(2)] string? Encoding);

/// <summary>The file formats of the draft's schema. <see cref="PlanReader"/> says which of them are read.</summary>
[GenerateSerializer, Alias("PlanFormat")]
public enum PlanFormat { Md, Txt, Docx, Pdf, Csv, Xlsx }
