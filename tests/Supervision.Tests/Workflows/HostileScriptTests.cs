using Supervision.Tests.Workflows.Checks;
using Supervision.Workflows;

namespace Supervision.Tests.Workflows;

/// <summary>A script reaches its variables and nothing else, and whatever it tries is a plain incident, in bounded time and memory.</summary>
public sealed class HostileScriptTests
{
    private const string Deep = "(() => { let a = []; for (let i = 0; i < 50000; i++) a = [a]; return a })()";
    private const string Laughs = "(() => { let a = ['x']; for (let i = 0; i < 30; i++) a = [a, a]; return a })()";

    [Theory]
    [InlineData("System.IO.File.ReadAllText('/etc/hostname')")]
    [InlineData("importNamespace('System')")]
    [InlineData("require('fs')")]
    [InlineData("process.exit()")]
    [InlineData("this.constructor.constructor('return 1')()")]
    [InlineData("(function () {}).constructor('return this')()")]
    [InlineData("(async function () {}).constructor('return 1')()")]
    [InlineData("getInput.constructor('return 1')()")]
    [InlineData("eval('1')")]
    [InlineData("(0, eval)('1')")]
    [InlineData("new Function('return 1')()")]
    [InlineData("getInput('x').GetType()")]
    [InlineData("Object.getPrototypeOf(getInput).constructor('return 1')()")]
    [InlineData("Reflect.construct(Function, ['return 1'])()")]
    [InlineData("Atomics.wait(new Int32Array(new SharedArrayBuffer(8)), 0, 0, 1e9)")]
    [InlineData("new Uint8Array(1e9).length")]
    [InlineData("this['Uint8' + 'Array'].from([1])")]
    public void There_is_nothing_to_reach(string script) => Faults(script);

    [Theory]
    [InlineData("'x'.repeat(1e9)")]
    [InlineData("'x'['rep' + 'eat'](2 ** 28).length")]
    [InlineData("'x'.\\u0072epeat(2 ** 28).length")]
    [InlineData("'x'.padStart(2 ** 28).length")]
    [InlineData("'a'.repeat(1e5).replace(/a/g, 'b'.repeat(1e4)).length")]
    [InlineData("/a/g[Symbol.replace]('a'.repeat(1e5), 'b'.repeat(1e4)).length")]
    [InlineData("'a'.repeat(1e5).replaceAll('a', 'b'.repeat(1e4)).length")]
    [InlineData("(() => { let s = 'x'; for (let i = 0; i < 40; i++) s += s; return s.length })()")]
    [InlineData("new Array(4294967295).length")]
    [InlineData("Array(1e5).join('x'.repeat(1e5)).length")]
    [InlineData("[].concat(...Array(1000).fill(Array(1e5).fill(1))).length")]
    [InlineData("Array.from({ length: 1e9 }).length")]
    [InlineData("Array.prototype.reverse.call({ length: 2 ** 53 - 1 })")]
    [InlineData("2n ** 100000000n")]
    public void Memory_is_bounded(string script) => Faults(script);

    [Theory]
    [InlineData("(() => { for (;;) {} })()")]
    [InlineData("(() => { for (;;) { try { for (;;) {} } catch (e) {} } })()")]
    [InlineData("(function f() { try { f() } catch (e) { f() } })()")]
    [InlineData("/(a+)+$/.test('a'.repeat(40) + 'b')")]
    [InlineData("(() => { const a = []; a[150000] = 1; for (;;) a.sort() })()")]
    public void Time_is_bounded(string script) => Faults(script);

    [Theory]
    [InlineData($"JSON.stringify({Deep})")]
    [InlineData($"String({Deep})")]
    [InlineData($"{Deep} + ''")]
    [InlineData($"{Deep}.flat(Infinity).length")]
    [InlineData(Deep)]
    [InlineData($"JSON.stringify({Laughs}).length")]
    [InlineData($"String({Laughs}).length")]
    [InlineData($"{Laughs}.flat(Infinity).length")]
    [InlineData(Laughs)]
    [InlineData("JSON.parse('['.repeat(100000))")]
    [InlineData("(() => { const a = {}; a.a = a; return a })()")]
    [InlineData("(() => { const a = {}; Object.defineProperty(a, 'x', { enumerable: true, get() { return a } }); return a })()")]
    [InlineData("({ get x() { throw new Error('no') } })")]
    [InlineData("({ [Symbol.toPrimitive]() { throw new Error('no') } }) + 1")]
    [InlineData("Symbol('x') + ''")]
    public void Values_that_cannot_be_written_are_refused(string script) => Faults(script);

    [Theory]
    [InlineData("Object.prototype.leaked = 1", "typeof ({}).leaked")]
    [InlineData("({}).__proto__.leaked = 1", "typeof ({}).leaked")]
    [InlineData("globalThis.leaked = 1", "typeof leaked")]
    [InlineData("Array.prototype.leaked = 1", "typeof [].leaked")]
    [InlineData("String.prototype.trim = () => 'leaked'", "' undefined '.trim()")]
    [InlineData("JSON.stringify = () => 'leaked'", "JSON.stringify('undefined').slice(1, -1)")]
    public void Nothing_leaks_into_the_next_evaluation(string first, string second) => Written($"=({first}, 1)", $"={second}").Should().Equal("1", "undefined");

    [Theory]
    [InlineData("[1, 2, [3, 4]].join('-')", "1-2-3,4")]
    [InlineData("'a-b-c'.replace(/-/g, '$&$&')", "a--b--c")]
    [InlineData("'a-b-c'.replaceAll('-', (x) => x + x)", "a--b--c")]
    [InlineData("'ab'.repeat(2).padStart(5).padEnd(6)", " abab ")]
    [InlineData("JSON.stringify({ a: [1, { b: null }] })", """{"a":[1,{"b":null}]}""")]
    [InlineData("[[1], [2, [3]]].flat(Infinity).concat([4]).toString()", "1,2,3,4")]
    [InlineData("`${[1, 2]}`", "1,2")]
    public void What_a_script_needs_works(string script, string text) => Written($"={script}").Should().Equal(text);

    [Fact]
    public void Member_named_as_the_prototype_is_a_member() =>
        Written("""=JSON.stringify(Object.keys(JSON.parse('{"__proto__": {"x": 1}}'))) + typeof ({}).x""").Should().Equal("""["__proto__"]undefined""");

    private static void Faults(string script)
    {
        var walk = new Walk(Build.Flow(Build.Activity("write", "Elsa.WriteLine", ("text", $"={script}")))).Start();

        walk.State.Status.Should().Be(InstanceStatus.Faulted);
        walk.State.Incidents.Single().Activity.Should().Be("write");
    }

    private static IEnumerable<string?> Written(params string[] scripts)
    {
        var definition = Build.Flow([.. scripts.Select((script, i) => Chart.Line($"line-{i}", script))]);
        return Machine.Start(definition, "i", [], new Walk(definition).Context).Journal.Where(entry => entry.Event == "Written").Select(entry => entry.Message);
    }
}
