namespace Supervision.Processes;

/// <summary>A waiting point of a process as rules and people see it: what may happen next, for whom, until when.</summary>
/// <param name="Id">Unique within the stream: the instance and its bookmark.</param>
/// <param name="Instance">The process instance that waits.</param>
/// <param name="Activity">The activity's id in its definition.</param>
/// <param name="Kind">The activity's type, such as <see cref="WaitKinds.Acknowledgement"/>.</param>
/// <param name="Name">What the definition calls it; shown to people.</param>
/// <param name="Terms">What the definition asks for: role, purpose, limit, ladder and so on.</param>
/// <param name="Dues">Named instants at which the clock speaks up: <c>remind</c>, <c>limit</c>, <c>timer</c>.</param>
[GenerateSerializer, Immutable, Alias("Wait")]
public sealed record Wait(
    [property: Id(0)] string Id,
    [property: Id(1)] string Instance,
    [property: Id(2)] string Activity,
    [property: Id(3)] string Kind,
    [property: Id(4)] string Name,
    [property: Id(5)] IReadOnlyDictionary<string, string> Terms,
    [property: Id(6)] IReadOnlyDictionary<string, DateTimeOffset> Dues)
{
    public string Term(string name) => Terms.GetValueOrDefault(name, "");
}

/// <summary>The kinds of waiting points that commands of the office answer. The same strings name activities in a definition.</summary>
public static class WaitKinds
{
    public const string Assignment = "Supervision.WaitForAssignment";
    public const string Acknowledgement = "Supervision.WaitForAcknowledgement";
    public const string Report = "Supervision.WaitForReport";
    public const string Completion = "Supervision.WaitForCompletion";
    public const string Approval = "Supervision.AskForApproval";
    public const string Review = "Supervision.Review";
    public const string Verification = "Supervision.Verify";
    public const string Appraisal = "Supervision.Appraise";
    public const string CloseOut = "Supervision.WaitForCloseOut";
    public const string Archiving = "Supervision.WaitForArchiving";

    // Waits whose commands come with sub-plans, rectification and evaluation: a definition may ask, nobody can answer yet.
    public const string Submission = "Supervision.WaitForSubmission";
    public const string SubPlan = "Supervision.WaitForSubPlan";
    public const string Score = "Supervision.Score";

    /// <summary>Elsa's wait for an event; its name stands in the term <c>eventName</c>.</summary>
    public const string Event = "Elsa.Event";

    /// <summary>Elsa's wait for the result of a task of an outside program.</summary>
    public const string RunTask = "Elsa.RunTask";
}
