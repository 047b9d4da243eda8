using Supervision.Processes;

namespace Supervision.Workflows.Activities;

/// <summary>退回重办, where a process decides it rather than the verifier.</summary>
internal sealed class ReturnForRework() : OfficeRequest(new(
    "Supervision.ReturnForRework", "退回重办", "Return for rework", "将已报办结的事项退回承办单位重办。",
    "Gives a task that was submitted as done back to its agencies.", "")
{
    Inputs = [RequestInputs.Reason],
}, RequestNames.ReturnForRework);
