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

    internal string Json => CanonicalJson.Members(
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
        ("lines", Score.LinesJson));

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

    /// <summary>The canonical text: the same input gives the same, on any machine and in any order of input.</summary>
    public string Json => CanonicalJson.Members(
        ("format", CanonicalJson.Text(FormatName)),
        ("scheme", CanonicalJson.Members(
            ("code", CanonicalJson.Text(Scheme.Value)),
            ("version", CanonicalJson.Number(Version)),
            ("hash", CanonicalJson.Text(SchemeHash)))),
        ("cutOff", CanonicalJson.Of(CutOff)),
        ("inputs", CanonicalJson.Members(
            ("measurements", CanonicalJson.Text(MeasurementsHash)),
            ("panels", CanonicalJson.Text(PanelsHash)),
            ("sheets", CanonicalJson.Text(SheetsHash)))),
        ("simulated", Simulated ? "true" : null),
        ("groups", CanonicalJson.Items(Groups.Select(group => CanonicalJson.Members(
            ("group", CanonicalJson.Text(group.Group.Value)),
            ("agencies", CanonicalJson.Items(group.Standings.Select(standing => standing.Json))))))));

    public byte[] Write() => Encoding.UTF8.GetBytes(Json);
}
