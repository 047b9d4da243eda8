using Supervision.Workflows;
using Supervision.Workflows.View;

namespace Supervision.Tests.Workflows.View;

/// <summary>Nothing stands on anything else, whatever is drawn.</summary>
public sealed class PictureLayoutTests
{
    public static TheoryData<string> Names => PictureCases.Names;

    [Theory, MemberData(nameof(Names))]
    public void Every_activity_is_drawn_once_and_inside_what_holds_it(string name)
    {
        var definition = PictureCases.Read(name);
        var places = Places(ProcessPicture.Lay(definition, PictureLanguage.Chinese));

        // The sheet is the place of a root that is a flowchart or a sequence.
        var drawn = places.Select(place => place.Id).ToList();
        var all = ActivityIds(definition.Root).ToList();
        drawn.Should().BeEquivalentTo(drawn.Count < all.Count ? all.Skip(1) : all);
        foreach (var (id, box) in places)
        {
            foreach (var (other, around) in places.Where(place => place.Id != id && place.Box.Overlaps(box)))
                (IsInside(definition, id, other) ? around.Contains(box) : IsInside(definition, other, id)).Should().BeTrue($"{id} and {other} in {name}");
        }
    }

    [Theory, MemberData(nameof(Names))]
    public void No_text_is_wider_than_its_card(string name)
    {
        foreach (var language in Enum.GetValues<PictureLanguage>())
        {
            foreach (var (box, text) in ProcessPicture.Lay(PictureCases.Read(name), language).Items.Select(Written).OfType<(Box, CardText)>())
            {
                var width = text.Title.Select(line => TextFit.Width(line, CardText.TitleSize))
                    .Concat(text.Details.Select(line => TextFit.Width(line, CardText.DetailSize))).Max();
                (BlockBuilder.IconRoom + width).Should().BeLessThanOrEqualTo(box.Width - 6, text.Full);
                text.Height.Should().BeLessThan(box.Height, text.Full);
            }
        }
    }

    [Theory, MemberData(nameof(Names))]
    public void Arrows_run_around_cards_and_labels_hide_nothing(string name)
    {
        foreach (var language in Enum.GetValues<PictureLanguage>())
        {
            var sheet = ProcessPicture.Lay(PictureCases.Read(name), language);
            Box[] cards = [.. sheet.Items.OfType<Card>().Select(card => card.Box)];
            Arrow[] arrows = [.. sheet.Items.OfType<Arrow>()];
            Box[] labels = [.. arrows.Select(arrow => arrow.Label?.Box).OfType<Box>()];

            arrows.Should().OnlyContain(arrow => !cards.Any(card => Parts(arrow).Any(card.Grow(-1).Overlaps)));
            labels.Should().OnlyContain(label => !cards.Any(label.Overlaps));
            for (var i = 0; i < labels.Length; i++)
                labels.Take(i).Should().OnlyContain(other => !other.Overlaps(labels[i]));
        }
    }

    [Theory, MemberData(nameof(Names))]
    public void Everything_lies_on_the_sheet(string name)
    {
        var sheet = ProcessPicture.Lay(PictureCases.Read(name), PictureLanguage.English);

        sheet.Items.Should().OnlyContain(item => new Box(0, 0, sheet.Width, sheet.Height).Contains(item.Extent));
    }

    [Fact]
    public void An_authors_order_is_kept()
    {
        var boxes = Places(ProcessPicture.Lay(PictureCases.Read(ShippedDefinitions.Extension), PictureLanguage.Chinese))
            .ToDictionary(place => place.Id, place => place.Box);

        boxes["approve-extension"].X.Should().BeLessThan(boxes["grant"].X, "the designer has it to the left");
        boxes["grant"].Bottom.Should().BeLessThan(boxes["refuse"].Y, "the designer has it above");
        boxes["start"].CenterY.Should().Be(boxes["approve-extension"].CenterY, "the designer has them in one row");
    }

    [Fact]
    public void A_wide_chart_runs_down_the_page()
    {
        var sheet = ProcessPicture.Lay(PictureCases.Read(ShippedDefinitions.Directive), PictureLanguage.Chinese);

        sheet.Width.Should().BeLessThan(1_200);
        sheet.Height.Should().BeGreaterThan(sheet.Width);
    }

    private static IEnumerable<string> ActivityIds(ActivityNode node)
    {
        var inside = Inside.Of(node);
        return [node.Id, .. inside.Chart.SelectMany(ActivityIds), .. inside.Branches.SelectMany(branch => ActivityIds(branch.Node))];
    }

    private static bool IsInside(WorkflowDefinition definition, string inner, string outer) =>
        Find(definition.Root, outer) is { } node && ActivityIds(node).Skip(1).Contains(inner);

    private static ActivityNode? Find(ActivityNode node, string id)
    {
        var inside = Inside.Of(node);
        return node.Id == id ? node : inside.Chart.Concat(inside.Branches.Select(branch => branch.Node))
            .Select(child => Find(child, id)).FirstOrDefault(found => found is not null);
    }

    private static List<(string Id, Box Box)> Places(Block sheet) => [.. sheet.Items.Select(item => item switch
    {
        Card card => (card.Node.Id, card.Box),
        Frame frame => (frame.Node.Id, frame.Box),
        _ => ((string Id, Box Box)?)null,
    }).OfType<(string, Box)>()];

    private static (Box, CardText)? Written(Item item) => item switch
    {
        Card card => (card.Box, card.Text),
        Frame frame => (frame.Box, frame.Text),
        _ => null,
    };

    private static IEnumerable<Box> Parts(Arrow arrow) => arrow.Points.Zip(arrow.Points.Skip(1), (a, b) =>
        new Box(Math.Min(a.X, b.X), Math.Min(a.Y, b.Y), Math.Abs(a.X - b.X) + 1, Math.Abs(a.Y - b.Y) + 1));
}
