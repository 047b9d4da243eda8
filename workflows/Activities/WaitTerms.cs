using System.Collections.Immutable;

namespace Supervision.Workflows.Activities;

/// <summary>The terms of a wait by name: inputs of the definition, evaluated once when the wait begins.</summary>
internal static class WaitTerms
{
    public const string Outcomes = "outcomes";
    public const string Role = "role";
    public const string Purpose = "purpose";
    public const string About = "about";
    public const string LimitWorkingDays = "limitWorkingDays";
    public const string LimitBase = "limitBase";
    public const string RemindWorkingDays = "remindWorkingDays";
    public const string Ladder = "ladder";

    /// <summary>The day the wait began: limits without a base are counted from it.</summary>
    public const string Since = "since";

    /// <summary>Inputs of every wait.</summary>
    public static ImmutableArray<InputDescriptor> Inputs { get; } =
    [
        new(About, "事由", "About"),
        new(LimitWorkingDays, "时限（工作日）", "Limit (working days)", "Int32"),
        new(LimitBase, "时限起算日", "Limit counted from"),
        new(RemindWorkingDays, "提前提醒（工作日）", "Remind before (working days)", "Int32"),
        new(Ladder, "逾期催办流程", "Ladder"),
    ];

    public static InputDescriptor RoleInput { get; } = new(Role, "办理角色", "Role", IsRequired: true)
    {
        // People alone: the clock, the followers and the gateway sign nothing.
        Options = [.. Enum.GetNames<Language.Role>().TakeWhile(role => role != nameof(Language.Role.Clock))],
    };

    public static InputDescriptor PurposeInput { get; } = new(Purpose, "事项", "Purpose", IsRequired: true);

    private static readonly HashSet<string> Numbers =
        new(StringComparer.Ordinal) { LimitWorkingDays, RemindWorkingDays, "approvers", "quorum" };

    public static ImmutableSortedDictionary<string, string> Read(ActivityRun run, string subject)
    {
        var terms = Values.NoTerms.ToBuilder();
        foreach (var input in run.Activity!.Descriptor.Inputs)
        {
            var text = Numbers.Contains(input.Name)
                ? run.WorkingDays(input.Name)?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? ""
                : run.Text(input.Name);
            Demand(input, text);
            if (text.Length > 0) terms[input.Name] = text;
        }

        if (!terms.ContainsKey(About)) terms[About] = terms.GetValueOrDefault(Purpose, subject);
        if (terms.ContainsKey(LimitWorkingDays) && !terms.ContainsKey(LimitBase))
            terms[Since] = Format(run.Burst.Context.Calendar.DayOf(run.Burst.Context.Now));
        return terms.ToImmutable();
    }

    public static int? Number(this ImmutableSortedDictionary<string, string> terms, string name) =>
        terms.TryGetValue(name, out var text) ? int.Parse(text, System.Globalization.CultureInfo.InvariantCulture) : null;

    public static string Format(DateOnly day) => day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

    private static void Demand(InputDescriptor input, string text)
    {
        if (input.IsRequired && text.Length == 0) throw new ActivityFault($"Input '{input.Name}' is missing.");
        if (text.Length > 0 && !input.Options.IsEmpty && !input.Options.Contains(text))
            throw new ActivityFault($"Input '{input.Name}' is '{text}'; it may be {string.Join(", ", input.Options)}.");
    }
}
