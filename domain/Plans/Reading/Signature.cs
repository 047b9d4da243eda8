namespace Supervision.Plans;

/// <summary>Issuing body and date at the end of the text (落款), where they do not stand in the letterhead.</summary>
internal sealed record Signature(string? Issuer, DateOnly? IssuedOn, int LineCount)
{
    public static Signature Of(IReadOnlyList<PlanLine> lines)
    {
        if (DateLine.Parse(lines[^1].Text) is not { } date)
            return new Signature(null, null, 0);
        return lines.Count > 1 && Letterhead.IsAgency(lines[^2].Text)
            ? new Signature(lines[^2].Text, date, 2)
            : new Signature(null, date, 1);
    }
}
