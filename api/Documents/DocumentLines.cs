using Supervision.Api.Problems;
using Supervision.Plans;

namespace Supervision.Api.Documents;

/// <summary>Collects the lines of a document while it is read, and stops where there are too many.</summary>
internal sealed class DocumentLines
{
    private const int CellsMax = 1_000_000;

    private readonly List<PlanLine> _lines = [];
    private bool _afterBlank = true;
    private int _cells;

    public IReadOnlyList<PlanLine> All => _lines;

    public void Add(PlanLine? line)
    {
        if (line is null)
        {
            _afterBlank = true;
            return;
        }

        if (_lines.Count == PlanLimits.LinesMax || (_cells += line.Cells?.Count ?? 0) > CellsMax)
            throw new RefusedException(PlanReadingRefusals.TooManyLines.With([_lines.Count + 1, PlanLimits.LinesMax]));
        _lines.Add(_afterBlank && !line.AfterBlank && line.Cells is null ? line with { AfterBlank = true } : line);
        _afterBlank = false;
    }
}
