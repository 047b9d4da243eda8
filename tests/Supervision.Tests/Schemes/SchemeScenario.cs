using System.Text.Json;
using Supervision.Evaluations;
using Supervision.Language;
using Supervision.Processes;
using Supervision.Schemes;
using Supervision.Tests.Evaluations;

namespace Supervision.Tests.Schemes;

/// <summary>Schemes as rules meet them: the example of docs/rules/evaluation-bundle.md under a code of its own.</summary>
internal static class SchemeScenario
{
    public static readonly ItemCode Code = new("counties-2026");

    public static readonly EvaluationScheme Scheme = BundlePageTests.Example.Scheme with { Code = Code, Version = 1 };

    /// <summary>The weights of its counties sum to 95.</summary>
    public static readonly EvaluationScheme Unsound = Weighing(Scheme, "growth", 35);

    public static readonly SchemeState Drafted = SchemeState.Initial.Given(new SchemeDrafted(Scheme.Write())).Waiting(WaitKinds.Submission, Role.OfficeClerk);

    public static readonly SchemeState Submitted = Drafted.Waiting(WaitKinds.Approval, Role.OfficeDirector, excluded: "clerk");

    public static readonly SchemeState InForce = Drafted.Given(new SchemeFrozen(SchemeVersion.Of(Scheme)), new ProcessEnded("approval", "Finished", null));

    public static readonly SchemeState Reopened = InForce
        .Given(new SchemeReopened("上级调整"), new SchemeDrafted((Scheme with { Version = 2 }).Write())).Waiting(WaitKinds.Submission, Role.OfficeClerk);

    /// <summary>The same with another weight of an indicator in every group that has it.</summary>
    public static EvaluationScheme Weighing(EvaluationScheme scheme, string indicator, Fraction weight) => scheme with
    {
        Groups = [.. scheme.Groups.Select(group => group with
        {
            Weights = group.Weights.ToDictionary(pair => pair.Key, pair => pair.Key.Value == indicator ? weight : pair.Value),
        })],
    };

    public static SchemeState Given(this SchemeState scheme, params Fact[] facts) => facts.Aggregate(scheme, (sofar, fact) => sofar.Evolve(fact));

    public static SchemeState Waiting(this SchemeState scheme, string kind, Role role, string excluded = "") => scheme.Given(
        new ProcessStarted("approval", "scheme-approval", "hash", null),
        new ProcessStepped("approval", JsonSerializer.SerializeToElement("state"),
        [
            new Wait("approval/b0", "approval", "a0", kind, kind,
                new Dictionary<string, string> { ["role"] = role.ToString(), ["purpose"] = "scheme", ["excluded"] = excluded },
                new Dictionary<string, DateTimeOffset>()),
        ]));

    public static Decision When(this SchemeState scheme, Caller caller, Func<CommandKey, SchemeCommand> command) =>
        SchemeProcedure.Decide(scheme, Code, caller, command(new("k")));
}
