using Supervision.Processes;

namespace Supervision.Workflows.Activities;

/// <summary>提请: puts a bulletin or an interview before the head, who decides. Never automatic, by law.</summary>
internal sealed class Propose() : OfficeRequest(new(
    "Supervision.Propose", "提请处置", "Propose", "提请负责人决定通报或约谈。", "Puts a bulletin or an interview before the head.", "")
{
    Inputs =
    [
        RequestInputs.About,
        new("what", "事项", "What", IsRequired: true)
        {
            Options = ["bulletin", "interview"],
            Description = new("提请决定的处置；从不自动执行。", "What is put before the head; it is never carried out by itself."),
        },
        AfterInput,
    ],
}, RequestNames.Propose);
