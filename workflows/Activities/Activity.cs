using System.Collections.Immutable;
using System.Text.Json.Nodes;

namespace Supervision.Workflows.Activities;

/// <summary>A kind of activity: what it does when it runs, when something inside it ends, when it is answered, when its time comes.</summary>
/// <remarks>Holds nothing of an instance; that is in the run. One object serves all instances.</remarks>
internal abstract class Activity(ActivityDescriptor descriptor)
{
    public ActivityDescriptor Descriptor => descriptor;

    /// <summary>The variables that each run inside this activity is given, such as a loop's current value.</summary>
    public virtual ImmutableArray<VariableDefinition> GivenInside => [];

    /// <summary>The outcomes that this use of the activity may have: those of the descriptor, where its inputs do not rule one out.</summary>
    public virtual ImmutableArray<string> OutcomesOf(ActivityNode node) => descriptor.Outcomes;

    /// <summary>What publishing refuses of this activity's inputs, beyond what the descriptor says of each.</summary>
    public virtual IEnumerable<DefinitionFault> Check(ActivityNode node) => [];

    public abstract void Execute(ActivityRun run);

    /// <summary>Something inside has completed; cancelled activities do not call.</summary>
    public virtual void ChildCompleted(ActivityRun run, ActivityRun child, ImmutableArray<string> outcomes) =>
        throw new InvalidOperationException($"{descriptor.Type} holds no activities, yet {child.Node.Id} completed in it.");

    /// <summary>Somebody answers the wait. False when this is no answer to it: then nothing has changed.</summary>
    public virtual bool Answer(ActivityRun run, Bookmark bookmark, Answer answer) => false;

    /// <summary>A due that the bookmark has, has come. False when it changes nothing.</summary>
    public virtual bool Fire(ActivityRun run, Bookmark bookmark, string due) => false;
}

/// <param name="Data">What came with the answer: an object of fields for a wait of the office, any value for Elsa's.</param>
internal sealed record Answer(string Outcome, JsonNode? Data)
{
    public JsonObject? Fields => Data as JsonObject;
}
