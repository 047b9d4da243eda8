using Supervision.Processes;

namespace Supervision.Workflows.Activities;

/// <summary>提请: puts a bulletin or an interview before the head, who decides. Never automatic, by law.</summary>
internal sealed class Propose() : OfficeRequest(new(
    "Supervision.Propose", "提请处置", "Propose", "提请负责人决定通报或约谈。", "Puts a bulletin or an interview before the head.", "")
{
    Inputs =
    [
        new("about", "事由", "About", IsRequired: true),
        new("what", "事项", "What", IsRequired: true) { Options = ["bulletin", "interview"] },
        AfterInput,
    ],
}, RequestNames.Propose);
