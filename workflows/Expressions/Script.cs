using System.Collections.Frozen;
using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using Jint;
using Jint.Runtime;

namespace Supervision.Workflows.Expressions;

/// <summary>A script of a definition, parsed once. Every evaluation has an engine of its own, so that no global leaks into the next.</summary>
internal sealed partial class Script
{
    public const int StatementsMax = 200_000;
    public const int RecursionMax = 200;
    public const int MemoryBytesMax = 32 * 1024 * 1024;
    public const uint ListLengthMax = 200_000;
    public static readonly TimeSpan TimeMax = TimeSpan.FromSeconds(2);

    // Local time of a script is the office's, wherever the silo runs.
    private static readonly TimeZoneInfo OfficeZone =
        TimeZoneInfo.CreateCustomTimeZone("Office", ValueTypes.OfficeOffset, "Office", "Office");

    private readonly Prepared<Acornima.Ast.Script> _prepared;

    // Only globals that the text mentions are made: most scripts use one or two of dozens.
    private readonly FrozenSet<string> _words;

    private readonly bool _isGuarded;

    private Script(string source)
    {
        _prepared = Engine.PrepareScript(source);
        _words = Words().Matches(source).Select(match => match.Value).ToFrozenSet(StringComparer.Ordinal);
        _isGuarded = ScriptGuards.AreNeeded(source, _words);
    }

    /// <param name="outcomes">Takes what the script chooses by setOutcome; null where a script only gives a value.</param>
    public static JsonElement Evaluate(string source, ActivityRun run, List<string>? outcomes = null)
    {
        try
        {
            return run.Definition.Scripts.GetOrAdd(source, text => new Script(text)).Evaluate(run, outcomes);
        }
        catch (Exception fault) when (fault
            is JintException or TimeoutException or RegexMatchTimeoutException or FormatException or OutOfMemoryException)
        {
            throw new ActivityFault(fault.Message);
        }
    }

    /// <summary>What is wrong with a script's grammar; null when nothing is.</summary>
    public static string? Check(string source)
    {
        try
        {
            Engine.PrepareScript(source);
            return null;
        }
        catch (ScriptPreparationException fault)
        {
            return fault.Message;
        }
    }

    private JsonElement Evaluate(ActivityRun run, List<string>? outcomes)
    {
        var engine = new Engine(options => Limit(options, run));
        if (_isGuarded) new ScriptGuards(engine).Install();
        var globals = new ScriptGlobals(engine, run, outcomes);
        foreach (var word in _words)
            if (globals.Find(word) is { } value) engine.Global.FastSetDataProperty(word, value);
        if (_words.Contains("random")) globals.ReplaceChance();

        var result = engine.Evaluate(_prepared);
        globals.WriteBack();
        return ScriptValues.ToJson(result);
    }

    private static void Limit(Options options, ActivityRun run)
    {
        options.MaxStatements(StatementsMax).LimitRecursion(RecursionMax).LimitMemory(MemoryBytesMax).TimeoutInterval(TimeMax);
        options.Constraints.RegexTimeout = TimeMax;
        options.Constraints.MaxArraySize = ListLengthMax;
        // A value nested deep enough would otherwise end the whole process when it is written out.
        options.Constraints.StackOverflowGuard = true;
        options.Culture = CultureInfo.InvariantCulture;
        options.TimeZone = OfficeZone;
        options.TimeSystem = new StandingTime(run.Burst.Context.Now);
        // No eval, no Function: what a definition runs is what it shows.
        options.Host.StringCompilationAllowed = false;
    }

    [GeneratedRegex(@"[\p{L}_$][\p{L}\p{Nd}_$]*")]
    private static partial Regex Words();

    /// <summary>A script's clock stands at the recorded instant of the step.</summary>
    private sealed class StandingTime(DateTimeOffset now) : ITimeSystem
    {
        private static readonly DefaultTimeSystem Parser = new(OfficeZone, CultureInfo.InvariantCulture);

        public TimeZoneInfo DefaultTimeZone => OfficeZone;

        public DateTimeOffset GetUtcNow() => now.ToUniversalTime();

        public TimeSpan GetUtcOffset(long epochMilliseconds) => OfficeZone.BaseUtcOffset;

        public bool TryParse(string date, out long epochMilliseconds) => Parser.TryParse(date, out epochMilliseconds);
    }
}
