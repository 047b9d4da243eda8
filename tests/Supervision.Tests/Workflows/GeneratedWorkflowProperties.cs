using CsCheck;
using Supervision.Workflows;

namespace Supervision.Tests.Workflows;

/// <summary>What holds for every definition and every order of stimuli.</summary>
public sealed class GeneratedWorkflowProperties
{
    private static readonly Gen<(int[] Shape, int[] Life)> Lives =
        Gen.Select(Gen.Int[0, 10_000].Array[0, 120], Gen.Int[0, 10_000].Array[0, 80]);

    [Fact]
    public void Saving_and_loading_between_steps_changes_nothing() => Lives.Sample(
        made =>
        {
            var definition = Definition(made.Shape);
            var straight = Live(definition, made.Life, state => state);
            var saved = Live(definition, made.Life, state => InstanceStateJson.Read(InstanceStateJson.Write(state)));
            saved.Select(step => step.Bytes).Should().Equal(straight.Select(step => step.Bytes));
        }, iter: 300);

    [Fact]
    public void Same_inputs_give_the_same_bytes() => Lives.Sample(
        made => Live(Definition(made.Shape), made.Life, state => state).Select(step => step.Bytes)
            .SequenceEqual(Live(Definition(made.Shape), made.Life, state => state).Select(step => step.Bytes)), iter: 200);

    [Fact]
    public void Every_instance_ends_or_waits_for_something_named() => Lives.Sample(
        made =>
        {
            foreach (var step in Live(Definition(made.Shape), made.Life, state => state))
            {
                var state = step.Result.State;
                state.Incidents.Should().BeEmpty();
                if (state.Status == InstanceStatus.Running) state.Bookmarks.Should().NotBeEmpty();
                else state.Runs.Should().BeEmpty();
                state.Bookmarks.Should().OnlyContain(bookmark => bookmark.Dues.Count > 0 || bookmark.Terms.Count > 0);
            }
        }, iter: 300);

    [Fact]
    public void No_bookmark_is_lost_or_doubled() => Lives.Sample(
        made =>
        {
            var newest = 0;
            foreach (var step in Live(Definition(made.Shape), made.Life, state => state))
            {
                var (before, after) = (step.Before?.Bookmarks ?? [], step.Result.State.Bookmarks);
                after.Select(bookmark => bookmark.Run).Should().OnlyHaveUniqueItems().And.BeSubsetOf(step.Result.State.Runs.Select(run => run.Id));

                var fresh = after.ExceptBy(before.Select(bookmark => bookmark.Id), bookmark => bookmark.Id).Select(bookmark => int.Parse(bookmark.Id, System.Globalization.CultureInfo.InvariantCulture)).ToArray();
                fresh.Should().OnlyHaveUniqueItems().And.OnlyContain(number => number > newest, "no number is given twice");
                newest = fresh.Append(newest).Max();

                var ended = step.Result.Journal.Where(entry => entry.Event is "Completed" or "Canceled").Select(entry => entry.Run).ToHashSet();
                var gone = before.ExceptBy(after.Select(bookmark => bookmark.Id), bookmark => bookmark.Id);
                if (step.Result.State.Status == InstanceStatus.Running) gone.Should().OnlyContain(bookmark => ended.Contains(bookmark.Run));
            }
        }, iter: 300);

    // A check of the generator: without these shapes the properties above would say little.
    [Fact]
    public void Races_rework_and_nesting_are_generated()
    {
        var seen = new HashSet<string>();
        Lives.Sample(
            made =>
            {
                var definition = Definition(made.Shape);
                lock (seen)
                {
                    seen.UnionWith(definition.Nodes.Values.Select(node => node.Type));
                    var armed = Live(definition, made.Life, state => state).SelectMany(step => step.Result.Journal)
                        .Where(entry => entry.Event == "Suspended").GroupBy(entry => entry.Activity).Any(group => group.Count() > 2);
                    if (armed) seen.Add("armed again");
                    if (Live(definition, made.Life, state => state).Any(step => step.Result.Journal.Any(entry => entry.Event == "Canceled"))) seen.Add("cancelled");
                }
            }, iter: 200);
        seen.Should().Contain(["armed again", "cancelled", "Elsa.FlowJoin", "Elsa.FlowDecision", "Elsa.Flowchart", "Elsa.ParallelForEach", "Elsa.While", "Elsa.Break"]);
    }

    private static WorkflowDefinition Definition(int[] shape) => GeneratedWorkflow.Of(new Choices(shape));

    private static IReadOnlyList<LivedStep> Live(WorkflowDefinition definition, int[] life, Func<InstanceState, InstanceState> between) =>
        GeneratedLife.Of(definition, new Choices(life), between);
}
