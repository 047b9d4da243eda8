using System.Text;
using Supervision.Language;

namespace Supervision.Evaluations;

/// <summary>Where an agency stands in its group.</summary>
/// <param name="Rank">排名; equal in all that was declared is equal in rank. Null without a total.</param>
/// <param name="Earned">The grade of the points alone.</param>
/// <param name="Ceiling">The worst ceiling of the vetoes that struck.</param>
/// <param name="Grade">等次, after ceiling and quota; null without a total.</param>
public sealed record Standing(AgencyScore Score, int? Rank, ItemCode? Earned, ItemCode? Ceiling, ItemCode? Grade)
{
    public bool Equals(Standing? other) => ReferenceEquals(this, other);

    public override int GetHashCode() => Score.Agency.GetHashCode();

    private byte[]? _json;

    internal bool IsSame(Standing other) => ReferenceEquals(Score, other.Score)
        && (Rank, Earned, Ceiling, Grade) == (other.Rank, other.Earned, other.Ceiling, other.Grade);

    /// <summary>The canonical bytes, made once: an agency that a change does not reach is not written again.</summary>
    internal byte[] Json => _json ??= Encoding.UTF8.GetBytes(CanonicalJson.Members(
        ("agency", CanonicalJson.Text(Score.Agency.Value)),
        ("rank", Rank is { } rank ? CanonicalJson.Number(rank) : null),
        ("earned", Text(Earned)),
        ("ceiling", Text(Ceiling)),
        ("grade", Text(Grade)),
        ("total", Score.Total is { } total ? CanonicalJson.Text(total) : null),
        ("scored", CanonicalJson.Text(Score.Scored)),
        ("bonus", CanonicalJson.Text(Score.Bonus)),
        ("deduction", CanonicalJson.Text(Score.Deduction)),
        ("held", CanonicalJson.ItemsOrNull([.. Score.Held.Select(code => CanonicalJson.Text(code.Value))])),
        ("nothingApplies", Score.NothingApplies ? "true" : null),
        ("sections", CanonicalJson.Items(Score.Sections.Select(section => CanonicalJson.Members(
            ("section", CanonicalJson.Text(section.Section.Value)),
            ("effectiveWeight", CanonicalJson.Text(section.EffectiveWeight)),
            ("points", CanonicalJson.Text(section.Points)))))),
        ("lines", CanonicalJson.Items(Score.Lines.Select(line => line.Json)))));

    private static string? Text(ItemCode? code) => code is { } value ? CanonicalJson.Text(value.Value) : null;
}

public sealed record GroupResult(ItemCode Group, IReadOnlyList<Standing> Standings);

/// <summary>考核结果: points, grade and rank of every agency with all they were computed from. Format: docs/rules/scoring.md.</summary>
public sealed record EvaluationResult(
    ItemCode Scheme,
    int Version,
    string SchemeHash,
    CutOff CutOff,
    string MeasurementsHash,
    string PanelsHash,
    string SheetsHash,
    bool Simulated,
    IReadOnlyList<GroupResult> Groups)
{
    public const string FormatName = "supervision.evaluation-result/1";

    public Standing? Find(AgencyCode agency) =>
        Groups.SelectMany(group => group.Standings).FirstOrDefault(standing => standing.Score.Agency == agency);

    /// <summary>The canonical text as bytes: the same input gives the same, on any machine and in any order of input.</summary>
    /// <remarks>Put together from what each agency keeps; a whole text in between would be several times as large.</remarks>
    public byte[] Write()
    {
        var parts = new List<byte[]>();
        void Add(string text) => parts.Add(Encoding.UTF8.GetBytes(text));

        // "groups" stands between the names before and behind it in the canonical order.
        Add(CanonicalJson.Members(("cutOff", CanonicalJson.Of(CutOff)), ("format", CanonicalJson.Text(FormatName)))[..^1] + ",\"groups\":[");
        for (var i = 0; i < Groups.Count; i++)
        {
            Add(i > 0 ? ",{\"agencies\":[" : "{\"agencies\":[");
            for (var j = 0; j < Groups[i].Standings.Count; j++)
            {
                if (j > 0) Add(",");
                parts.Add(Groups[i].Standings[j].Json);
            }

            Add($"],\"group\":{CanonicalJson.Text(Groups[i].Group.Value)}}}");
        }

        Add("]," + CanonicalJson.Members(
            ("inputs", CanonicalJson.Members(
                ("measurements", CanonicalJson.Text(MeasurementsHash)), ("panels", CanonicalJson.Text(PanelsHash)), ("sheets", CanonicalJson.Text(SheetsHash)))),
            ("scheme", CanonicalJson.Members(
                ("code", CanonicalJson.Text(Scheme.Value)), ("version", CanonicalJson.Number(Version)), ("hash", CanonicalJson.Text(SchemeHash)))),
            ("simulated", Simulated ? "true" : null))[1..]);
        return Joined(parts);
    }

    private static byte[] Joined(List<byte[]> parts)
    {
        var bytes = GC.AllocateUninitializedArray<byte>(parts.Sum(part => part.Length));
        var at = 0;
        foreach (var part in parts)
        {
            part.CopyTo(bytes, at);
            at += part.Length;
        }

        return bytes;
    }
}
