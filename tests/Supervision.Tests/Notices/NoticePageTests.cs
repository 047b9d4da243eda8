using System.Globalization;
using Supervision.Language;
using Supervision.Notices;
using Supervision.Tests.Architecture;

namespace Supervision.Tests.Notices;

/// <summary>docs/notices.md is the table of notices, and it leaves no kind of fact out: each is told, or said to be nobody's news.</summary>
public sealed class NoticePageTests
{
    private static readonly string Page = RepositoryRoot.Read("docs/notices.md");

    [Fact]
    public void The_table_of_the_page_is_that_of_the_code() =>
        RowsOf("kind").Should().Equal(NoticeTable.Rules.Select(Row));

    [Fact]
    public void Every_kind_of_fact_is_told_to_somebody_or_said_to_be_nobodys_news()
    {
        var told = NoticeTable.Rules.Select(rule => rule.Fact).ToHashSet();
        var quiet = RowsOf("fact that is nobody's news").Select(row => row.Split('|', StringSplitOptions.TrimEntries)[1].Trim('`')).ToArray();

        FactJson.KnownKinds.Except(quiet).Should().BeEquivalentTo(
            FactJson.KnownKinds.Where(kind => told.Any(type => KindOf(type) == kind)),
            "a new kind of fact needs a row in docs/notices.md: who is told of it, or why nobody is");
        quiet.Should().OnlyHaveUniqueItems().And.BeSubsetOf(FactJson.KnownKinds);
    }

    [Fact]
    public void The_defaults_of_the_page_are_those_of_the_code() =>
        RowsOf("post").Should().Equal(Enum.GetValues<Role>().Where(IsPost).Select(Default));

    private static string Row(NoticeRule rule) =>
        $"| `{rule.Kind}` | `{KindOf(rule.Fact)}` | {(rule.To.Count == 0 ? "as the process says: Normal" : string.Join("; ", rule.To.Select(told => $"{told.Role} {told.Scope} {told.Weight}")))} | "
        + $"{(rule.MergedFor > TimeSpan.Zero ? $"{rule.MergedFor.TotalHours:0} h, {rule.Group}" : "—")} | {rule.Chinese} | {rule.English} |";

    private static string Default(Role role)
    {
        var settings = NoticeSettings.DefaultOf([role]);
        return $"| `{role}` | {string.Join(", ", settings.Times.Select(time => string.Create(CultureInfo.InvariantCulture, $"{time:HH:mm}")))} | "
            + string.Create(CultureInfo.InvariantCulture, $"{settings.QuietFrom:HH:mm}–{settings.QuietTo:HH:mm} | {(settings.UrgentAtOnce ? "yes" : "no")} |");
    }

    private static bool IsPost(Role role) => role is not (Role.Clock or Role.Follower or Role.Founder or Role.Gateway);

    private static string KindOf(Type fact) =>
        ((KindAttribute)Attribute.GetCustomAttribute(fact, typeof(KindAttribute))!).Kind;

    // The rows below the head whose first cell says this.
    private static IEnumerable<string> RowsOf(string head) => Page.Split('\n')
        .SkipWhile(line => !line.StartsWith($"| {head} |", StringComparison.Ordinal)).Skip(2)
        .TakeWhile(line => line.StartsWith('|'));
}
