using System.Text.Json.Nodes;
using Supervision.Workflows;

namespace Supervision.Tests.Workflows;

public sealed class ApprovalTests
{
    [Theory]
    [InlineData("One", 1, 1, "a+", "Approved")]
    [InlineData("One", 1, 1, "a-", "Rejected")]
    [InlineData("All", 3, 0, "a+ b+", "")]
    [InlineData("All", 3, 0, "a+ b+ c+", "Approved")]
    [InlineData("All", 3, 0, "a+ b-", "Rejected")]
    [InlineData("All", 3, 0, "a+ a+ a+", "")] // nobody counts twice
    [InlineData("Any", 3, 0, "a- b+", "Approved")]
    [InlineData("Any", 3, 0, "a- b- c-", "Rejected")]
    [InlineData("Any", 3, 0, "a- a+", "")] // nor changes an answer once given
    [InlineData("Quorum", 5, 3, "a+ b- c+ d+", "Approved")]
    [InlineData("Quorum", 5, 3, "a+ b- c- d-", "Rejected")] // three can no longer be reached
    [InlineData("Quorum", 5, 3, "a+ b- c- d+", "")]
    public void Answers_are_counted_by_mode(string mode, int approvers, int quorum, string answers, string outcome)
    {
        var ask = Build.Activity(
            "ask", "Supervision.AskForApproval", ("purpose", "plan"), ("role", "LeaderInCharge"), ("mode", mode),
            ("approvers", approvers), ("quorum", quorum));
        var walk = new Walk(Build.Flow(ask)).Start();
        var wait = walk.Waits.Single().Id;

        StepResult? decided = null;
        foreach (var answer in answers.Split(' '))
        {
            var data = new JsonObject { ["account"] = answer[..1] };
            decided = walk.TryAnswer(wait, answer[1] == '+' ? "Approved" : "Rejected", data);
            walk.Continue(decided);
        }

        walk.State.Status.Should().Be(outcome.Length > 0 ? InstanceStatus.Finished : InstanceStatus.Running);
        if (outcome.Length > 0)
            decided!.Journal.Single(entry => entry is { Activity: "ask", Event: "Completed" }).Outcomes.Should().Equal(outcome);
    }

    [Fact]
    public void Those_who_have_answered_stand_in_the_terms()
    {
        var ask = Build.Activity(
            "ask", "Supervision.AskForApproval", ("purpose", "plan"), ("role", "LeaderInCharge"), ("mode", "All"), ("approvers", 3));
        var walk = new Walk(Build.Flow(ask)).Start().Answer("AskForApproval", "Approved", new JsonObject { ["account"] = "zhang" })
            .Answer("AskForApproval", "Approved", new JsonObject { ["account"] = "li" });

        walk.Find("AskForApproval").Term("approvedBy").Should().Be("zhang,li");
    }
}
