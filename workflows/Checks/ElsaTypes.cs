namespace Supervision.Workflows.Checks;

/// <summary>The types of Elsa's activities that checks look at.</summary>
internal static class ElsaTypes
{
    public const string Complete = "Elsa.Complete";
    public const string DispatchWorkflow = "Elsa.DispatchWorkflow";
    public const string ExecuteWorkflow = "Elsa.ExecuteWorkflow";
    public const string Fault = "Elsa.Fault";
    public const string FlowFork = "Elsa.FlowFork";
    public const string FlowSwitch = "Elsa.FlowSwitch";
    public const string ForEach = "Elsa.ForEach";
    public const string Fork = "Elsa.Fork";
    public const string Parallel = "Elsa.Parallel";
    public const string ParallelForEach = "Elsa.ParallelForEach";
    public const string RunJavaScript = "Elsa.RunJavaScript";
    public const string Sequence = "Elsa.Sequence";
    public const string SetVariable = "Elsa.SetVariable";
    public const string While = "Elsa.While";
}
