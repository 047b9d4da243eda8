namespace Supervision.Api.Registers;

/// <summary>The streams that the registers do not follow any more. Kept in memory too: every fact asks.</summary>
internal sealed class SetAside
{
    private readonly HashSet<string> _streams = new(StringComparer.Ordinal);

    public int Count => _streams.Count;

    public bool Holds(string stream) => _streams.Contains(stream);

    public void Load(Statements sql)
    {
        _streams.Clear();
        using var row = sql.Read("SELECT stream FROM set_aside");
        while (row.Read())
            _streams.Add(row.GetString(0));
    }

    public int Add(Statements sql, UnfitStreamException unfit)
    {
        _streams.Add(unfit.Stream);
        return sql.Execute("INSERT OR REPLACE INTO set_aside (stream, error) VALUES ($stream, $error)",
            ("$stream", unfit.Stream), ("$error", unfit.InnerException?.ToString() ?? unfit.Message));
    }
}
