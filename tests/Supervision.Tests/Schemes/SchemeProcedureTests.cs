using Supervision.Language;
using Supervision.Processes;
using Supervision.Schemes;
using Supervision.Tasks;
using Supervision.Tests.Tasks;
using static Supervision.Tests.Schemes.SchemeScenario;

namespace Supervision.Tests.Schemes;

/// <summary>起草, 报审, 冻结, 修订, as far as they need no process to run.</summary>
public sealed class SchemeProcedureTests
{
    [Fact]
    public void A_first_draft_is_recorded_in_its_canonical_text_and_begins_the_approval()
    {
        var decision = SchemeState.Initial.When(People.Clerk, key => new DraftScheme(key, new($" {Scheme.Write()} ")));

        decision.ShouldRecord(new SchemeDrafted(Scheme.Write()))
            .Stimuli.Should().ContainSingle().Which.Should().BeOfType<Stimulus.Start>().Which.Definition.Should().Be("scheme-approval");
    }

    [Fact]
    public void The_same_draft_again_changes_nothing() =>
        Drafted.When(People.Clerk, key => new DraftScheme(key, Scheme.Write())).ShouldRecord().Stimuli.Should().BeEmpty();

    [Fact]
    public void A_draft_whose_process_was_ended_begins_it_anew() =>
        Drafted.Given(new ProcessEnded("approval", "Cancelled", null)).When(People.Clerk, key => new DraftScheme(key, Scheme.Write()))
            .ShouldRecord().Stimuli.Should().ContainSingle();

    [Fact]
    public void What_cannot_be_read_or_has_another_name_or_number_is_refused()
    {
        Drafted.When(People.Clerk, key => new DraftScheme(key, new("{\"code\":1}"))).ShouldRefuse(SchemeRefusals.Unreadable);
        Drafted.When(People.Clerk, key => new DraftScheme(key, (Scheme with { Code = new("else") }).Write())).ShouldRefuse(SchemeRefusals.CodeDiffers);
        Drafted.When(People.Clerk, key => new DraftScheme(key, (Scheme with { Version = 2 }).Write())).ShouldRefuse(SchemeRefusals.VersionDiffers);
        Drafted.When(People.Clerk, key => new DraftScheme(key, new(new string(' ', SchemeProcedure.LengthMax) + Scheme.Write())))
            .ShouldRefuse(SchemeRefusals.TooLarge);
    }

    [Fact]
    public void A_copy_is_a_first_version_under_its_own_code_and_says_what_it_was_made_from()
    {
        var last = Scheme with { Code = new("counties-2025"), Version = 3 };

        SchemeState.Initial.When(People.Clerk, key => new CopyScheme(key, last.Write(), "2026 年办法"))
            .ShouldRecord(new SchemeDrafted((Scheme with { Name = "2026 年办法" }).Write(), SchemeVersion.Of(last)));
        Drafted.When(People.Clerk, key => new CopyScheme(key, last.Write())).ShouldRefuse(SchemeRefusals.Exists);
    }

    [Fact]
    public void A_sound_draft_is_submitted_with_the_hash_of_what_it_says() =>
        Drafted.When(People.Clerk, key => new SubmitScheme(key)).ShouldRecord(new SchemeSubmitted(SchemeVersion.Of(Scheme), 0))
            .Stimuli.Should().ContainSingle().Which.Should().BeOfType<Stimulus.Answer>().Which.Outcome.Should().Be("Submitted");

    [Fact]
    public void A_draft_with_an_error_is_kept_but_not_submitted_and_the_error_is_named()
    {
        var draft = Drafted.Given(new SchemeDrafted(Unsound.Write()));

        var refused = draft.When(People.Clerk, key => new SubmitScheme(key)).Should().BeOfType<Decision.Refused>().Which;

        refused.Refusal.Should().Be(SchemeRefusals.Unsound);
        refused.Refusal.With(refused.Values).English.Should().Contain("must sum to 100");
    }

    [Fact]
    public void What_is_under_approval_stands_still()
    {
        Submitted.When(People.Clerk, key => new DraftScheme(key, Unsound.Write())).ShouldRefuse(SchemeRefusals.UnderApproval);
        Submitted.When(People.Clerk, key => new SubmitScheme(key)).ShouldRefuse(SchemeRefusals.NotWaiting);
    }

    [Fact]
    public void An_approval_is_given_by_whom_it_asks_and_not_by_who_submitted()
    {
        Submitted.When(People.Director, key => new DecideScheme(key, Verdict.Approved))
            .ShouldRecord(new ApprovalGiven("approval/b0", "scheme", Verdict.Approved, null));
        Submitted.When(People.Leader, key => new DecideScheme(key, Verdict.Approved)).ShouldRefuse(SchemeRefusals.ApprovalNotYours);
        Submitted.When(People.Of("clerk", People.Office, Role.OfficeDirector), key => new DecideScheme(key, Verdict.Approved))
            .ShouldRefuse(TaskRefusals.Recused);
        Submitted.When(People.Director, key => new DecideScheme(key, Verdict.Rejected)).ShouldRefuse(TaskRefusals.TextMissing);
    }

    [Fact]
    public void The_process_freezes_what_is_sound_once_and_nothing_else()
    {
        Freeze(Submitted).ShouldRecord(new SchemeFrozen(SchemeVersion.Of(Scheme)));
        Freeze(Submitted.Given(new SchemeDrafted(Unsound.Write()))).ShouldRecord();
        Freeze(InForce).ShouldRecord();
    }

    [Fact]
    public void A_frozen_scheme_is_changed_by_reopening_alone_and_stays_in_force_meanwhile()
    {
        InForce.When(People.Clerk, key => new DraftScheme(key, (Scheme with { Version = 2 }).Write())).ShouldRefuse(SchemeRefusals.Frozen);
        InForce.When(People.Clerk, key => new SubmitScheme(key)).ShouldRefuse(SchemeRefusals.Frozen);
        Drafted.When(People.Clerk, key => new ReopenScheme(key, "上级调整")).ShouldRefuse(SchemeRefusals.NotFrozen);
        InForce.When(People.Clerk, key => new ReopenScheme(key, " ")).ShouldRefuse(TaskRefusals.TextMissing);

        InForce.When(People.Clerk, key => new ReopenScheme(key, "上级调整"))
            .ShouldRecord(new SchemeReopened("上级调整"), new SchemeDrafted((Scheme with { Version = 2 }).Write()))
            .Stimuli.Should().ContainSingle().Which.Should().BeOfType<Stimulus.Start>();
        Reopened.InForce.Should().Be(Scheme.Write());
        Reopened.When(People.Clerk, key => new ReopenScheme(key, "再改")).ShouldRefuse(SchemeRefusals.ReopenedAlready);
    }

    [Fact]
    public void A_change_that_changes_nothing_is_not_submitted() =>
        Reopened.When(People.Clerk, key => new SubmitScheme(key)).ShouldRefuse(SchemeRefusals.Unchanged);

    [Fact]
    public void A_change_is_frozen_with_its_reason()
    {
        var changed = Scheme with { Version = 2, BonusMax = 3 };

        Freeze(Reopened.Given(new SchemeDrafted(changed.Write()))).ShouldRecord(new SchemeFrozen(SchemeVersion.Of(changed), "上级调整"));
    }

    [Fact]
    public void Abandoning_a_change_ends_its_process_and_leaves_what_is_in_force()
    {
        Reopened.When(People.Clerk, key => new AbandonSchemeChange(key, "文件撤回")).ShouldRecord(new SchemeChangeAbandoned("文件撤回"))
            .Stimuli.Should().ContainSingle().Which.Should().BeOfType<Stimulus.Cancel>();
        Reopened.Given(new SchemeChangeAbandoned("文件撤回")).Should().Match<SchemeState>(state => state.IsFrozen && state.Draft == Scheme.Write());
        InForce.When(People.Clerk, key => new AbandonSchemeChange(key, "文件撤回")).ShouldRefuse(SchemeRefusals.NotReopened);
    }

    [Theory]
    [InlineData(Role.OfficeClerk, true, true)]
    [InlineData(Role.Auditor, true, true)]
    [InlineData(Role.LeaderInCharge, true, true)]
    [InlineData(Role.Liaison, false, true)]
    [InlineData(Role.Evaluator, false, true)]
    [InlineData(Role.SystemAdministrator, false, false)]
    public void A_draft_is_for_few_and_what_is_in_force_for_everybody_who_is_evaluated(Role role, bool draft, bool frozen)
    {
        var caller = People.Of("somebody", People.Lead, role);

        SchemeRights.MayView(Drafted, caller).Should().Be(draft);
        SchemeRights.MayView(InForce, caller).Should().Be(frozen);
    }

    [Fact]
    public void Who_sees_no_drafts_sees_what_is_in_force_while_it_is_changed()
    {
        var changing = Reopened.Given(new SchemeDrafted((Scheme with { Version = 2, BonusMax = 3 }).Write()));

        var view = SchemeViews.Of(changing, 9, People.Liaison);

        (view.Content, view.Scheme, view.Stage, view.Reopened).Should().Be((SchemeVersion.Of(Scheme), Scheme.Write(), SchemeStage.Frozen, null));
        view.Actions.Should().BeEmpty();
        SchemeViews.Of(changing, 9, People.Clerk).Should().Match<SchemeView>(own =>
            own.Content.Version == 2 && own.Stage == SchemeStage.Reopened && own.Actions.SequenceEqual(new[] { "draft", "submit", "abandon-change" }));
    }

    private static Decision Freeze(SchemeState scheme) =>
        SchemeProcedure.Grant(scheme, new ProcessRequest(RequestNames.FreezeScheme, "approval", "freeze", null, []));
}
