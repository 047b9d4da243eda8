using Supervision.Language;

namespace Supervision.Evaluations;

/// <summary>评审组: the judges of some indicators, and who of them stands back where.</summary>
public sealed record Panel(ItemCode Code, IReadOnlyList<Judge> Judges, IReadOnlyList<Recusal> Recusals)
{
    /// <summary>Whether a judge has to stand back: own agency or declared interest.</summary>
    public bool IsRecused(Judge judge, AgencyCode agency) =>
        judge.Agency == agency || Recusals.Any(recusal => recusal.Judge == judge.Account && recusal.Agency == agency);

    public Panel Ordered() => this with
    {
        Judges = [.. Judges.OrderBy(judge => judge.Account.Value, StringComparer.Ordinal)],
        Recusals = [.. Recusals.OrderBy(recusal => recusal.Judge.Value, StringComparer.Ordinal)
            .ThenBy(recusal => recusal.Agency.Value, StringComparer.Ordinal).ThenBy(recusal => recusal.Reason, StringComparer.Ordinal)],
    };
}

/// <summary>评委.</summary>
/// <param name="Agency">The agency of the judge, which the judge never scores; null for somebody from outside.</param>
public sealed record Judge(AccountId Account, AgencyCode? Agency = null);

/// <summary>回避 by declared interest, beside the one by own agency.</summary>
public sealed record Recusal(AccountId Judge, AgencyCode Agency, string Reason);

/// <summary>评分表: all marks of one judge of one panel.</summary>
/// <param name="Reference">Where it stands, such as <c>sheet:STREAM:SEQ</c>.</param>
public sealed record JudgeSheet(ItemCode Panel, AccountId Judge, string Reference, IReadOnlyList<JudgeMark> Marks)
{
    public JudgeSheet Ordered() => this with
    {
        Marks = [.. Marks.OrderBy(mark => mark.Agency.Value, StringComparer.Ordinal).ThenBy(mark => mark.Indicator.Value, StringComparer.Ordinal)],
    };
}

/// <param name="Mark">From 0 to the end of the scale.</param>
public sealed record JudgeMark(AgencyCode Agency, ItemCode Indicator, Fraction Mark);
