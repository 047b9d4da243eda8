using System.Collections.Immutable;

namespace Supervision.Workflows.View;

/// <summary>What stands on a card.</summary>
/// <param name="Title">One or two lines that fit the card.</param>
/// <param name="Details">Up to three lines: who, by when, under what condition.</param>
/// <param name="Full">The whole title, for those who hear the picture.</param>
internal sealed record CardText(
    ActivityKind Kind, ImmutableArray<string> Title, ImmutableArray<string> Details, string Full, string FullDetail)
{
    public const int TitleSize = 14;
    public const int DetailSize = 12;
    public const int TitleLine = 19;
    public const int DetailLine = 16;

    public int Height => Title.Length * TitleLine + Details.Length * DetailLine;
}
