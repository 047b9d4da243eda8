namespace Supervision.Api.Documents.Pdf;

/// <summary>Words of a printed line that a gap sets apart from the others.</summary>
internal sealed record PdfPiece(string Text, double Left, double Right)
{
    public bool Overlaps(PdfPiece other) => Left < other.Right && other.Left < Right;

    /// <summary>The stretch from the first to the last of both.</summary>
    public PdfPiece With(PdfPiece other) => this with { Left = Math.Min(Left, other.Left), Right = Math.Max(Right, other.Right) };

    /// <summary>How far apart the two stand; 0 where they overlap.</summary>
    public double DistanceTo(PdfPiece other) => Math.Max(0, Math.Max(other.Left - Right, Left - other.Right));
}
