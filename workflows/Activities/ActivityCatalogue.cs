using System.Collections.Frozen;

namespace Supervision.Workflows.Activities;

/// <summary>Every activity the machine can run, by type.</summary>
internal static class ActivityCatalogue
{
    private static readonly FrozenDictionary<string, Activity> ByType = new Activity[]
    {
        new Flowchart(), new Sequence(), new Start(), new End(), new Finish(), new Complete(),
        new Parallel(), new Fork(), new If(), new Switch(), new FlowDecision(), new FlowSwitch(), new FlowFork(), new FlowJoin(),
        new While(), new For(), new ForEach(), new ParallelForEach(), new Break(), new Composite(),
        new SetVariable(), new SetOutput(), new SetName(), new Correlate(), new WriteLine(), new RunJavaScript(), new Fault(),
        new Event(), new Delay(), new Timer(), new StartAt(), new Cron(), new RunTask(),
        new PublishEvent(), new DispatchWorkflow(), new ExecuteWorkflow(),
        new WaitForAssignment(), new WaitForAcknowledgement(), new WaitForReport(), new WaitForCompletion(),
        new AskForApproval(), new Review(), new Verify(), new Appraise(), new WaitForCloseOut(), new WaitForArchiving(),
        new WaitForSubmission(), new WaitForSubPlan(), new Score(),
        new Escalate(), new Propose(), new GrantExtension(), new RefuseExtension(), new RefuseRegistration(), new Notify(),
        new Expedite(), new StopClock(), new ResumeClock(), new ReturnForRework(), new StartSubPlan(), new ExtendLimit(),
        new AcceptPlan(), new RevisePlan(), new RefuseRevision(), new GrantChange(), new RefuseChange(), new FreezeScheme(),
    }.ToFrozenDictionary(activity => activity.Descriptor.Type, StringComparer.Ordinal);

    public static IEnumerable<ActivityDescriptor> Descriptors =>
        ByType.Values.Select(activity => activity.Descriptor).OrderBy(descriptor => descriptor.Type, StringComparer.Ordinal);

    public static Activity? Find(string type) => ByType.GetValueOrDefault(type);

    /// <summary>What an activity of a definition does: of its type, or a workflow used as an activity.</summary>
    public static Activity? Find(ActivityNode node) => node switch
    {
        { Workflow: not null } => WorkflowAsActivity.Instance,
        { Type: InnerWorkflow.TypeName } => InnerWorkflow.Instance,
        _ => Find(node.Type),
    };
}
