using Supervision.Processes;

namespace Supervision.Language;

/// <summary>A recorded fact: past tense, for ever. Who, when and by which command stand in the envelope.</summary>
public abstract record Fact;

/// <summary>What a rule says to a command: these facts and these stimuli for the process, or no.</summary>
public abstract record Decision
{
    private Decision() { }

    /// <summary>Allowed, and nothing changes: what was asked for is so already.</summary>
    public static Decision Nothing { get; } = new Accepted([], []);

    public static Decision Refuse(Refusal refusal, params object[] values) => new Refused(refusal, values);

    public static Decision Record(params Fact[] facts) => new Accepted(facts, []);

    public static implicit operator Decision(Fact fact) => new Accepted([fact], []);

    /// <summary>The same decision, and the process is told.</summary>
    public Decision Then(params Stimulus[] stimuli) => this is Accepted accepted
        ? accepted with { Stimuli = [.. accepted.Stimuli, .. stimuli] }
        : this;

    public sealed record Accepted(IReadOnlyList<Fact> Facts, IReadOnlyList<Stimulus> Stimuli) : Decision;

    public sealed record Refused(Refusal Refusal, IReadOnlyList<object> Values) : Decision;
}
