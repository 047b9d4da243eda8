namespace Supervision.Plans;

/// <summary>Puts what was read together, and doubts what a person must settle.</summary>
internal static class DraftBuilder
{
    public static PlanDraft Build(
        Letterhead letterhead, Signature signature, Outline outline, PlanSource source, string fileName)
    {
        var title = letterhead.Title ?? fileName;
        var issuedOn = letterhead.IssuedOn ?? signature.IssuedOn;
        var period = PeriodOfTitle.Read(title);
        var reader = new NodeReader(PlanYears.Of(period, issuedOn, [letterhead.DocNo ?? "", .. letterhead.LeadIn.Select(line => line.Text)], Texts(outline.Roots)), SlashDates.Of(Texts(outline.Roots)), FirstLeads.IsSaid(letterhead.LeadIn, outline.Roots));
        var isRegulation = Regulation.Is(title, outline.Roots);
        var parts = outline.Roots.Select(part => OwnersOfSteps.Raise(part.ToNode(reader, isRegulation))).ToList();
        var draft = new PlanDraft(
            title,
            letterhead.DocNo,
            letterhead.Issuer ?? signature.Issuer,
            issuedOn,
            period,
            source,
            [.. parts.Where(part => !isRegulation && !IsContext(part))],
            [
                .. LeadIn(letterhead.LeadIn, reader),
                .. parts.Where(part => isRegulation || IsContext(part)),
            ],
            Doubts: [],
            outline.JoinedAt);

        IEnumerable<PlanDoubt> doubts =
        [
            .. letterhead.Title is null ? [PlanDoubts.NoTitle(fileName)] : (PlanDoubt[])[],
            .. isRegulation ? [PlanDoubts.Regulation(outline.Roots[0].Line, title)]
                : draft.Groups.Count == 0 ? [PlanDoubts.NoTasks(outline.Roots[0].Line)] : (PlanDoubt[])[],
            .. outline.Doubts, .. TextDoubts(outline.Roots), .. reader.Doubts, .. DraftDoubts.Of(draft),
        ];
        return draft with { Doubts = [.. doubts.OrderBy(doubt => doubt.Line)] };
    }

    // Goals that are handed out one by one are tasks, as in the 责任分解 of a yearly report.
    private static bool IsContext(PlanNode part) => IsPlainAnnex(part) || PartPurpose.IsContext(part.Title)
        && !(PartPurpose.IsGoals(part.Title) && part.Items.Count > 0 && part.Items.SelectMany(item => item.WithDescendants()).Count(item => item.Leads.Count + item.Responsible.Count > 0) * 2 >= part.Items.Count);

    // An annex that hands out tasks is one of the groups; a list, a form or a table of indicators is none.
    private static bool IsPlainAnnex(PlanNode part) =>
        part.Key.StartsWith(Annexes.Mark, StringComparison.Ordinal) && !part.WithDescendants().Skip(1).Any(item => item.Leads.Count + item.Responsible.Count > 0);

    private static IEnumerable<string> Texts(IEnumerable<PlanPart> parts) =>
        parts.SelectMany(part => part.Paragraphs.Select(paragraph => paragraph.Text).Prepend(part.Title).Concat(Texts(part.Children)));

    private static IEnumerable<PlanDoubt> TextDoubts(IEnumerable<PlanPart> parts) => parts.SelectMany(part => part.Paragraphs
        .Where(paragraph => paragraph.IsTable).Select(table => PlanDoubts.TableNotRead(table.Line, table.Text))
        .Concat(part.Paragraphs.Where(paragraph => !paragraph.IsComplete)
            .Select(paragraph => PlanDoubts.CutSentence(paragraph.EndLine, paragraph.Text)))
        .Concat(TextDoubts(part.Children)));

    // The words between title and first chapter give reasons; as a part of their own they are not lost.
    private static IEnumerable<PlanNode> LeadIn(IReadOnlyList<PlanLine> lines, NodeReader reader)
    {
        if (lines.Count == 0)
            return [];

        var part = new PlanPart(new PlanHeading(PlanLevel.Unnumbered, null, "前言", ""), "前言", lines[0].Number);
        foreach (var line in lines.Where(line => !part.TryContinue(line)))
            part.Add(new Paragraph(line));
        return [part.ToNode(reader) with { Deadlines = [] }];
    }
}
