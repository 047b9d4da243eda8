using Supervision.Language;
using Supervision.Workflows;

namespace Supervision.Api.Endpoints;

/// <summary>What a definition may be made of, for designers and other programs: every activity in both languages.</summary>
internal static class ActivityEndpoints
{
    public static void MapActivities(this IEndpointRouteBuilder routes) =>
        routes.MapGroup("/activities").WithTags("Definitions 流程定义")
            .MapGet("/", () => List).WithName("ListActivities").WithSummary("流程活动 · Activities of a definition");

    private static readonly ActivityList List = new([.. ShippedActivities.All.Select(Of)]);

    private static ActivityItem Of(ActivityDescriptor activity) => new(
        activity.Type, new Term(activity.Chinese, activity.English),
        new Term(activity.ChineseDescription, activity.EnglishDescription),
        activity.Category, DesignerWords.OfCategory(activity.Category),
        [.. activity.Inputs.Select(Of)],
        [.. activity.Outputs.Select(output => new ActivityOutput(output.Name, new Term(output.Chinese, output.English), output.TypeName))],
        [
            .. activity.Outcomes.Select(outcome =>
                new ActivityPort(outcome, "Flow", DesignerWords.OfOutcome(outcome), DesignerWords.MeaningOf(outcome))),
            .. activity.Embedded.Select(place =>
                new ActivityPort(place, "Embedded", DesignerWords.OfPlace(place), null)),
        ],
        activity.OutcomesFrom, activity.IsContainer, activity.IsTerminal);

    private static ActivityInput Of(InputDescriptor input) => new(
        input.Name, new Term(input.Chinese, input.English), input.Description, input.TypeName, input.UiHint,
        [.. input.Options.Select(option => new ActivityOption(option, DesignerWords.OfOption(option)))],
        input.Default, input.IsRequired);
}

internal sealed record ActivityList(IReadOnlyList<ActivityItem> Activities);

/// <param name="OutcomesFrom">The property of a node whose entries are further outcomes, such as the branches of a fork.</param>
internal sealed record ActivityItem(
    string Type, Term Name, Term Description, string Category, Term CategoryName, IReadOnlyList<ActivityInput> Inputs,
    IReadOnlyList<ActivityOutput> Outputs, IReadOnlyList<ActivityPort> Ports, string? OutcomesFrom, bool IsContainer, bool IsTerminal);

/// <param name="UiHint">Elsa's name of the editor: singleline, multiline, checkbox, dropdown, multi-text and so on.</param>
internal sealed record ActivityInput(
    string Name, Term DisplayName, Term Description, string TypeName, string UiHint, IReadOnlyList<ActivityOption> Options,
    string? DefaultValue, bool IsRequired);

internal sealed record ActivityOption(string Value, Term Text);

internal sealed record ActivityOutput(string Name, Term DisplayName, string TypeName);

/// <param name="Type">Flow: an outcome that arrows leave by. Embedded: a place for one activity.</param>
internal sealed record ActivityPort(string Name, string Type, Term DisplayName, Term? Meaning);
