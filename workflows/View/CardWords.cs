using System.Collections.Immutable;
using Supervision.Workflows.Activities;

namespace Supervision.Workflows.View;

/// <summary>What is written on the card of an activity: its title, and a line that says more.</summary>
internal sealed class CardWords(PictureLanguage language)
{
    private readonly DetailWords _details = new(language);

    public CardText Of(ActivityNode node, int width)
    {
        var (title, type) = (TitleOf(node), TypeOf(node));
        var (kind, detail) = (ActivityKinds.Of(node), _details.Of(node));
        // A title in the author's words does not tell a reader of the other language what kind of thing it is.
        if (language == PictureLanguage.English && title != type && title.Any(c => c > 0x2E80)
            && kind is not (ActivityKind.Start or ActivityKind.End))
        {
            detail = detail.Length > 0 ? $"{type}: {detail}" : type;
        }

        return new CardText(
            kind,
            TextFit.Wrap(title, CardText.TitleSize, width, linesMax: 2),
            detail.Length == 0 ? ImmutableArray<string>.Empty : TextFit.Wrap(detail, CardText.DetailSize, width, linesMax: 3),
            title,
            detail);
    }

    /// <summary>The author's display text, or else what the activity is called.</summary>
    private string TitleOf(ActivityNode node) =>
        TextFit.Clean(node.Json.Get("metadata").Text("displayText")) is { Length: > 0 } text ? text : TypeOf(node);

    private string TypeOf(ActivityNode node)
    {
        if (ActivityCatalogue.Find(node.Type)?.Descriptor is { } known)
            return language == PictureLanguage.English ? known.English : known.Chinese;
        var name = TextFit.Clean(node.Type[(node.Type.LastIndexOf('.') + 1)..]);
        return name.Length > 0 ? name : TextFit.Clean(node.Id) is { Length: > 0 } id ? id : "?";
    }
}
