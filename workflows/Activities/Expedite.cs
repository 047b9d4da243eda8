using Supervision.Processes;

namespace Supervision.Workflows.Activities;

/// <summary>催办: urges somebody on, without climbing. A rung of a ladder is <see cref="Escalate"/>.</summary>
internal sealed class Expedite() : OfficeRequest(new(
    "Supervision.Expedite", "催办", "Expedite", "催促有关人员尽快办理。", "Urges somebody on.", "")
{
    Inputs =
    [
        RequestInputs.About,
        RequestInputs.To,
        new("text", "催办内容", "Text", IsRequired: true) { Editor = "multiline", Description = new("要求办理什么、何时办结。", "What is asked for, and by when.") },
        AfterInput,
    ],
}, RequestNames.Expedite);
