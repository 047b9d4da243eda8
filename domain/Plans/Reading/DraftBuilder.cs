namespace Supervision.Plans;

/// <summary>Puts what was read together, and doubts what a person must settle.</summary>
internal static class DraftBuilder
{
    public static PlanDraft Build(
        Letterhead letterhead, Signature signature, Outline outline, PlanSource source, string fileName)
    {
        var groups = outline.Roots.Where(part => !PartPurpose.IsContext(part.Title)).Select(part => part.ToNode()).ToList();
        var context = outline.Roots.Where(part => PartPurpose.IsContext(part.Title)).Select(part => part.ToNode());
        var title = letterhead.Title ?? fileName;
        var draft = new PlanDraft(
            title,
            letterhead.DocNo,
            letterhead.Issuer ?? signature.Issuer,
            letterhead.IssuedOn ?? signature.IssuedOn,
            PeriodOfTitle.Read(title),
            source,
            groups,
            [.. LeadIn(letterhead.LeadIn), .. context],
            Doubts: [],
            outline.JoinedAt);

        IEnumerable<PlanDoubt> missing = letterhead.Title is null ? [PlanDoubts.NoTitle(fileName)] : [];
        IEnumerable<PlanDoubt> empty = groups.Count == 0 ? [PlanDoubts.NoTasks(outline.Roots[0].Line)] : [];
        return draft with
        {
            Doubts =
            [
                .. missing.Concat(empty).Concat(outline.Doubts).Concat(TextDoubts(outline.Roots))
                    .Concat(draft.Items.SelectMany(TaskDoubts)).OrderBy(doubt => doubt.Line),
            ],
        };
    }

    private static IEnumerable<PlanDoubt> TaskDoubts(PlanNode item) =>
        [PlanDoubts.MissingOwner(item), PlanDoubts.MissingDeadline(item)];

    private static IEnumerable<PlanDoubt> TextDoubts(IEnumerable<PlanPart> parts) =>
        parts.SelectMany(part => part.Paragraphs.SelectMany(DoubtsOf).Concat(TextDoubts(part.Children)));

    private static IEnumerable<PlanDoubt> DoubtsOf(Paragraph paragraph)
    {
        if (paragraph.IsTable)
            yield return PlanDoubts.TableNotRead(paragraph.Line, paragraph.Text);
        else if (!paragraph.IsComplete)
            yield return PlanDoubts.CutSentence(paragraph.EndLine, paragraph.Text);
    }

    // The words between title and first chapter give reasons; as a part of their own they are not lost.
    private static IEnumerable<PlanNode> LeadIn(IReadOnlyList<PlanLine> lines)
    {
        if (lines.Count == 0)
            return [];

        var part = new PlanPart(new PlanHeading(PlanLevel.Unnumbered, null, "前言", ""), "前言", lines[0].Number);
        foreach (var line in lines.Where(line => !part.TryContinue(line)))
            part.Add(line.Text, line.Number);
        return [part.ToNode()];
    }
}
