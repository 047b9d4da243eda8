using Microsoft.Data.Sqlite;

namespace Supervision.Api.Registers;

/// <summary>The facts of one stream cannot be made into rows: a defect of this program or of that stream, and no matter of trying again.</summary>
internal sealed class UnfitStreamException(string stream, Exception cause)
    : Exception($"The facts of {stream} cannot be shown: {cause.Message}", cause)
{
    private const int SqliteConstraint = 19;

    public string Stream { get; } = stream;

    /// <summary>Does a part of the work that is one stream's, and names the stream where that part fails.</summary>
    public static T Watch<T>(string stream, Func<T> work)
    {
        try
        {
            return work();
        }
        catch (Exception cause) when (IsOfTheStream(cause))
        {
            throw new UnfitStreamException(stream, cause);
        }
    }

    public static void Watch(string stream, Action work) => Watch(stream, () =>
    {
        work();
        return true;
    });

    // A full disk or a busy file fails for every stream alike; a row that the table does not take is this stream's.
    private static bool IsOfTheStream(Exception cause) =>
        cause is not (OperationCanceledException or OutOfMemoryException)
        && cause is not SqliteException { SqliteErrorCode: not SqliteConstraint };
}
