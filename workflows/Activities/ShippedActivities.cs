namespace Supervision.Workflows;

/// <summary>Every activity that a definition may use, in the order of its type.</summary>
public static class ShippedActivities
{
    public static IReadOnlyList<ActivityDescriptor> All { get; } = [.. Activities.ActivityCatalogue.Descriptors];
}
