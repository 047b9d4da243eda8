namespace Supervision.Plans;

/// <summary>The outcome of reading a file: a draft, or the reason why there is none.</summary>
public abstract record PlanReading
{
    private PlanReading()
    {
    }

    /// <summary>The file was read. The draft may be full of doubts; they are for a person.</summary>
    public sealed record Read(PlanDraft Draft) : PlanReading;

    /// <summary>The file was not read, and nothing was kept of it.</summary>
    /// <param name="Code">Such as <c>plan.format-not-read</c>; for ever.</param>
    /// <param name="Chinese">What was refused, why, and what to do now.</param>
    public sealed record Unreadable(string Code, string Chinese, string English) : PlanReading;
}
