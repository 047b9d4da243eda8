namespace Supervision.Plans;

/// <summary>What a file says, freed of its format: the seam between the readers of formats and the rules of the genre.</summary>
/// <param name="Encoding">How the bytes were read as text; null for a format that says so itself.</param>
/// <param name="Lines">
/// Lines and rows of tables that carry words, in order. A number is that of the line in a text, of the paragraph or
/// row in a docx, of the printed line in a pdf, of the row in its sheet; from 1.
/// </param>
public sealed record PlanDocument(PlanFormat Format, string? Encoding, IReadOnlyList<PlanLine> Lines);
