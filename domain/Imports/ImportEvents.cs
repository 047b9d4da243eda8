using Supervision.Language;
using Supervision.Plans;

namespace Supervision.Imports;

/// <summary>批量导入: a file was read, and nothing of it is carried out yet. The first fact of its stream.</summary>
/// <param name="Plan">The plan whose items the rows speak of; null for tasks.</param>
/// <param name="PlanVersion">The version of that plan which the rows were compared with.</param>
/// <param name="Source">Whose numbers the external ids are, such as <c>oa</c>.</param>
/// <param name="File">The name of the file, made safe.</param>
/// <param name="Columns">The headings that the file has, in its order.</param>
/// <param name="Rows">How many rows will be taken.</param>
/// <param name="On">The day of the dry run.</param>
[Kind("import.opened")]
public sealed record ImportOpened(
    ImportId Import, ImportKind Kind, PlanId? Plan, long? PlanVersion, string Source, string File, string Sha256,
    IReadOnlyList<string> Columns, int Rows, DateOnly On) : Fact;

/// <summary>The next rows of the file, as typed values, each with what the dry run says of it. Chunk n is fact n + 2 of the stream.</summary>
[Kind("import.rows-taken")]
public sealed record ImportRowsTaken(int Chunk, IReadOnlyList<ImportRow> Rows) : Fact;

/// <summary>执行导入: a person of the office wants what the dry run showed. The rows follow, chunk by chunk, each row with a key of its own.</summary>
/// <param name="Next">The first chunk with something to do; null where no chunk has.</param>
[Kind("import.started")]
public sealed record ImportStarted(int? Next) : Fact;

/// <summary>What has become of the rows of a chunk that asked for something.</summary>
/// <param name="Next">The next chunk with something to do; null after the last.</param>
[Kind("import.rows-settled")]
public sealed record ImportRowsSettled(int Chunk, IReadOnlyList<SettledRow> Rows, int? Next) : Fact;

/// <summary>Every row is settled.</summary>
[Kind("import.finished")]
public sealed record ImportFinished(int Done, int Refused) : Fact;

/// <summary>取消导入: rows that were not sent by then never are.</summary>
[Kind("import.cancelled")]
public sealed record ImportCancelled : Fact;
