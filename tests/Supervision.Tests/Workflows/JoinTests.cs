using System.Text.Json.Nodes;
using Supervision.Workflows;

namespace Supervision.Tests.Workflows;

/// <summary>Joins where a loop is near: what can still come is waited for, what cannot is not.</summary>
public sealed class JoinTests
{
    // head → fork → a, b → join; a may also go back to the head.
    private static readonly string[] Rework = ["head>a", "head>b", "a>join", "b>join", "a:Rejected>head"];

    // start → x → join, start → check → join; check may be asked again by way of r.
    private static readonly string[] BranchWithLoop = ["start>x", "start>check", "x>join", "check>join", "check:Rejected>r", "r>check"];

    [Fact]
    public void Branch_that_may_still_arrive_is_waited_for_even_if_it_may_also_go_back()
    {
        var flow = Flow("head", Rework);
        flow.Answer("b").Should().Equal("a");
        flow.Answer("a").Should().Equal("join");
    }

    [Fact]
    public void Round_that_begins_anew_forgets_who_had_arrived()
    {
        var flow = Flow("head", Rework);
        flow.Answer("b");
        flow.Answer("a", "Rejected").Should().Equal("a", "b");
        flow.Answer("a").Should().Equal("b");
        flow.Answer("b").Should().Equal("join");
    }

    [Fact]
    public void Join_waits_for_a_branch_that_goes_round_its_own_loop()
    {
        var flow = Flow("start", BranchWithLoop);
        flow.Answer("x").Should().Equal("check");
        flow.Answer("check", "Rejected").Should().Equal("r");
        flow.Answer("r").Should().Equal("check");
        flow.Answer("check").Should().Equal("join");
    }

    [Fact]
    public void Join_does_not_wait_for_somebody_who_could_only_begin_a_new_round()
    {
        // z may go back to the head, by which the arrow that has arrived would arrive again.
        var flow = Flow("head", ["head>a", "head>b", "head>z", "a>join", "b>join", "b:Rejected>out", "z:Rejected>head"]);
        flow.Answer("b", "Rejected");
        flow.Answer("out").Should().Equal("a", "z");
        flow.Answer("a").Should().Equal("join", "z");
    }

    private static Waiting Flow(string start, string[] arrows)
    {
        var ids = arrows.SelectMany(arrow => new[] { arrow.Split(':', '>')[0], arrow[(arrow.IndexOf('>') + 1)..] }).Distinct();
        var connections = arrows.Select(arrow => Build.Arrow(
            arrow.Split(':', '>')[0], arrow.Contains(':') ? "Rejected" : arrow.StartsWith(start, StringComparison.Ordinal) ? "Done" : "Approved", arrow[(arrow.IndexOf('>') + 1)..]));
        return new Waiting(Build.Read(new JsonObject
        {
            ["definitionId"] = "test",
            ["root"] = new JsonObject
            {
                ["id"] = "main",
                ["type"] = "Elsa.Flowchart",
                ["activities"] = new JsonArray([.. ids.Select(id => id == start
                    ? Build.Activity(id, "Elsa.Start")
                    : Build.Activity(id, "Supervision.AskForApproval", ("purpose", id), ("role", "OfficeDirector")))]),
                ["connections"] = new JsonArray([.. connections]),
            },
        }));
    }

    private sealed class Waiting(WorkflowDefinition definition)
    {
        private readonly StepContext _context = new Walk(definition).Context;
        private InstanceState? _state;

        /// <summary>Answers the activity and tells who is waited for then.</summary>
        public IEnumerable<string> Answer(string activity, string outcome = "Approved")
        {
            _state ??= Machine.Start(definition, "i", [], _context).State;
            var wait = _state.Waits("i").Single(candidate => candidate.Activity == activity);
            _state = Machine.Answer(definition, _state, wait.Id, outcome, null, _context).State;
            return _state.Waits("i").Select(candidate => candidate.Activity).Order(StringComparer.Ordinal);
        }
    }
}
