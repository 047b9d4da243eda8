using Supervision.Evidence;
using Supervision.Language;
using Supervision.Processes;
using Supervision.Tasks;
using Supervision.Tests.Tasks;

namespace Supervision.Tests.Evidence;

public sealed class EvidenceRulesTests
{
    private static readonly EvidenceHash Hash = EvidenceStoreContract.Sample(10).Hash;
    private static readonly EvidenceStored Stored = new(Hash, 10, EvidenceTypes.Pdf, "验收单.pdf", People.Liaison.Account, People.Lead);
    private static readonly StoreEvidence Store = new(new("k"), 10, EvidenceTypes.Pdf, "dir/验收单.pdf");
    private static readonly RemoveEvidence Remove = new(new("k"), "含举报人信息", "个人信息保护法第四十七条");
    private static readonly Caller Administrator = People.Of("sysadmin", People.Office, Role.SystemAdministrator);

    private static readonly EvidenceFile There = EvidenceFile.Initial.Evolve(Stored);
    private static readonly EvidenceFile Gone = There.Evolve(new EvidenceRemoved("r", "民法典"));

    [Fact]
    public void A_file_is_seen_by_the_agency_that_brought_it_and_by_nobody_who_does_no_business()
    {
        EvidenceRules.MayView(There, People.Liaison).Should().BeTrue();
        EvidenceRules.MayView(There, People.Head).Should().BeTrue();
        EvidenceRules.MayView(There, People.Clerk).Should().BeFalse("a task in reach has to name it first");
        EvidenceRules.MayView(There, People.Of("auditor", People.Lead, Role.Auditor)).Should().BeFalse();
        EvidenceRules.MayView(EvidenceFile.Initial, People.Of("gateway", People.Office, Role.Gateway)).Should().BeFalse();
    }

    [Fact]
    public void A_file_is_recorded_once_for_each_who_brings_it()
    {
        EvidenceRules.Decide(EvidenceFile.Initial, Hash, People.Liaison, Store).ShouldRecord(Stored);
        EvidenceRules.Decide(There, Hash, People.Liaison, Store).ShouldRecord();
        EvidenceRules.Decide(There, Hash, People.Clerk, Store)
            .ShouldRecord(Stored with { By = People.Clerk.Account, Agency = People.Office });
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(EvidenceRules.BytesMax + 1)]
    public void A_size_has_its_limits(long size) =>
        EvidenceRules.Decide(EvidenceFile.Initial, Hash, People.Liaison, Store with { Size = size }).ShouldRefuse(EvidenceRefusals.SizeUnfit);

    [Theory]
    [InlineData("text/html")]
    [InlineData("image/svg+xml")]
    [InlineData("application/octet-stream")]
    public void What_is_not_on_the_list_is_not_recorded(string type) =>
        EvidenceRules.Decide(EvidenceFile.Initial, Hash, People.Liaison, Store with { Type = type }).ShouldRefuse(EvidenceRefusals.TypeNotTaken);

    [Fact]
    public void What_was_removed_does_not_come_back_and_may_be_removed_again()
    {
        EvidenceRules.Decide(Gone, Hash, People.Liaison, Store).ShouldRefuse(EvidenceRefusals.Removed);
        EvidenceRules.Decide(Gone, Hash, Administrator, Remove).ShouldRecord(new EvidenceRemoved(Remove.Reason, Remove.Basis));
        EvidenceRules.Decide(EvidenceFile.Initial, Hash, Administrator, Remove).ShouldRefuse(EvidenceRefusals.NotFound);
        EvidenceRules.Decide(There, Hash, Administrator, Remove with { Basis = " " }).ShouldRefuse(EvidenceRefusals.TextMissing);
    }

    [Fact]
    public void A_report_names_files_that_its_own_agency_has_brought()
    {
        Report(Hash.Reference, There).ShouldRecord(Reported(Hash.Reference));
        Report("doc-1", EvidenceFile.Initial).ShouldRecord(Reported("doc-1"));
        Report("sha256:abc", There).ShouldRefuse(EvidenceRefusals.ReferenceUnfit);
        Report(Hash.Reference.ToUpperInvariant(), EvidenceFile.Initial).ShouldRecord(Reported(Hash.Reference.ToUpperInvariant()));
        Report(Hash.Reference, EvidenceFile.Initial).ShouldRefuse(EvidenceRefusals.NotStored);
        Report(Hash.Reference, EvidenceFile.Initial.Evolve(Stored with { Agency = People.Stranger })).ShouldRefuse(EvidenceRefusals.NotStored);
        Report(Hash.Reference, Gone).ShouldRefuse(EvidenceRefusals.Removed);
    }

    [Fact]
    public void So_does_a_completion() =>
        Knowing(EvidenceFile.Initial).Waiting(WaitKinds.Completion)
            .When(People.Liaison, new SubmitCompletion(new("k"), "已建成", [new("验收单", Hash.Reference)])).ShouldRefuse(EvidenceRefusals.NotStored);

    private static Decision Report(string reference, EvidenceFile file) => Knowing(file).Waiting(WaitKinds.Report)
        .When(People.Liaison, new ReportProgress(new("k"), 10, "开工", [new("验收单", reference)]));

    private static TaskScenario Knowing(EvidenceFile file) => TaskScenario.UnderWay with
    {
        Context = TaskScenario.UnderWay.Context with
        {
            Evidence = file.Hash is { } hash ? new Dictionary<EvidenceHash, EvidenceFile> { [hash] = file } : [],
        },
    };

    private static ProgressReported Reported(string reference) => new(
        1, People.Lead, 10, TaskRules.PlannedPercent(TaskScenario.UnderWay.Task, TaskScenario.UnderWay.Context), "开工", [new("验收单", reference)]);
}
