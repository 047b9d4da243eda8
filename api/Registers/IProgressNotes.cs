using Supervision.Language;

namespace Supervision.Api.Registers;

/// <summary>Tells a plan or task of a mark that the roll-up has reached.</summary>
internal interface IProgressNotes
{
    /// <param name="stream">Of the plan or task.</param>
    Task<Receipt> NoteAsync(string stream, int percent);
}
