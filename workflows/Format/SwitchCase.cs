namespace Supervision.Workflows;

/// <summary>A case of a switch. Only a structured switch holds an activity in it.</summary>
public sealed record SwitchCase(string Label, Expression Condition, ActivityNode? Activity);
