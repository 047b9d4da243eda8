using Supervision.Workflows;

namespace Supervision.Tests.Workflows;

public sealed class ScriptTests
{
    [Theory]
    [InlineData("=(() => { while (true) {} })()")]
    [InlineData("=(function f() { return f() })()")]
    [InlineData("=(() => { let s = 'x'.repeat(1000000); const all = []; for (;;) all.push(s = s + 'y'); })()")]
    [InlineData("=eval('1')")]
    [InlineData("=new Function('return 1')()")]
    [InlineData("=(() => { const a = {}; a.a = a; return a })()")]
    [InlineData("=nope.nope")]
    public void Script_out_of_bounds_faults_its_activity_and_nothing_else(string script)
    {
        var walk = new Walk(Build.Flow(Build.Activity("write", "Elsa.WriteLine", ("text", script)))).Start();

        walk.State.Status.Should().Be(InstanceStatus.Faulted);
        walk.State.Incidents.Single().Activity.Should().Be("write");
    }

    [Theory]
    [InlineData("=new Date().toISOString()", "2026-03-02T01:00:00.000Z")]
    [InlineData("=new Date().getHours()", "9")] // the office's, wherever the silo stands
    public void Clock_of_a_script_stands_at_the_step(string script, string text) => Written(script).Should().Be(text);

    [Theory]
    [InlineData("=newGuid()")]
    [InlineData("=Math.random()")]
    public void Chance_in_a_script_follows_from_the_step(string script) => Written(script).Should().Be(Written(script)).And.NotBeEmpty();

    [Fact]
    public void Two_ids_in_one_step_differ() => Written("=newGuid() === newGuid()").Should().Be("False");

    private static string? Written(string script)
    {
        var definition = Build.Flow(Build.Activity("write", "Elsa.WriteLine", ("text", script)));
        return Machine.Start(definition, "i", [], new Walk(definition).Context).Journal.Single(entry => entry.Event == "Written").Message;
    }
}
