using Supervision.Api.Documents;
using Supervision.Plans;

namespace Supervision.Tests.Plans.Documents;

/// <summary>How the tests of this folder open a file.</summary>
internal static class Opened
{
    public static PlanDraft Draft(byte[] content, string name) =>
        PlanFile.Read(content, name).Should().BeOfType<PlanReading.Read>().Which.Draft;

    public static PlanReading.Unreadable Refusal(byte[] content, string name) =>
        PlanFile.Read(content, name).Should().BeOfType<PlanReading.Unreadable>().Which;
}
