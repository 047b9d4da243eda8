using Supervision.Evaluations;
using Supervision.Language;
using Supervision.Schemes;

namespace Supervision.Api.Registers;

/// <summary>Schemes of evaluation as rows: what each is called, and which version is in force.</summary>
internal static class SchemeRows
{
    public static void Apply(Statements sql, DecodedFact decoded, Fact fact)
    {
        var at = ("$changed_at", (object?)decoded.Envelope.RecordedAt.ToUnixTimeMilliseconds());
        switch (fact)
        {
            case SchemeDrafted e:
                sql.Execute(
                    "INSERT INTO schemes (code, name, reopened, changed_at) VALUES ($code, $name, 0, $changed_at) "
                    + "ON CONFLICT DO UPDATE SET name = excluded.name, changed_at = excluded.changed_at",
                    ("$code", decoded.Id), ("$name", EvaluationScheme.Read(e.Scheme).Scheme?.Name ?? decoded.Id), at);
                break;
            case SchemeFrozen e:
                sql.Execute(
                    "UPDATE schemes SET in_force_name = name, in_force = $version, hash = $hash, reopened = 0, changed_at = $changed_at WHERE code = $code",
                    ("$code", decoded.Id), ("$version", e.Scheme.Version), ("$hash", e.Scheme.Hash), at);
                break;
            case SchemeReopened:
                sql.Execute("UPDATE schemes SET reopened = 1, changed_at = $changed_at WHERE code = $code", ("$code", decoded.Id), at);
                break;
            case SchemeChangeAbandoned:
                sql.Execute(
                    "UPDATE schemes SET name = in_force_name, reopened = 0, changed_at = $changed_at WHERE code = $code", ("$code", decoded.Id), at);
                break;
        }
    }
}
