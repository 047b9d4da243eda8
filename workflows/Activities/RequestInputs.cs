namespace Supervision.Workflows.Activities;

/// <summary>Inputs that several requests have.</summary>
internal static class RequestInputs
{
    public static InputDescriptor About { get; } = new("about", "事由", "About", IsRequired: true)
    {
        Description = new("为何事，如 completion（办结）。", "What it is about, such as completion."),
    };

    /// <summary>The rungs that silence climbs.</summary>
    public static InputDescriptor To { get; } = new("to", "对象", "To", IsRequired: true)
    {
        Options = ["liaison", "head", "leader-in-charge"],
        Description = new("承办单位的联络员、主要负责人，或其分管领导。", "The agency's liaison, its head, or the leader in charge of it."),
    };

    public static InputDescriptor Reason { get; } = new("reason", "理由", "Reason", IsRequired: true)
    {
        Editor = "multiline",
        Description = new("写入台账的理由。", "Stands in the ledger."),
    };
}
