using System.Text.RegularExpressions;
using Supervision.Tasks;

namespace Supervision.Tests.Architecture;

/// <summary>docs/commands.md says which command is part of the process and which is standing; this holds it to the code.</summary>
public sealed partial class CommandPageTests
{
    [Fact]
    public void The_page_and_the_table_in_code_name_the_same_commands() =>
        Row().Matches(RepositoryRoot.Read("docs/commands.md"))
            .Select(row => (Name: row.Groups[1].Value, Kind: row.Groups[2].Value))
            .Should().BeEquivalentTo(TaskActions.All.Select(action => (action.Name, action.Kind is null ? "standing" : "process")));

    [Fact]
    public void Every_command_but_the_first_is_an_action() =>
        typeof(TaskCommand).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(TaskCommand)) && type != typeof(Register))
            .Should().BeEquivalentTo(TaskActions.All.Select(action => action.Command));

    [GeneratedRegex("^\\| `([a-z-]+)` \\| (process|standing) \\|", RegexOptions.Multiline)]
    private static partial Regex Row();
}
