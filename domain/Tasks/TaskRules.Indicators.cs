using Supervision.Indicators;
using Supervision.Language;

namespace Supervision.Tasks;

/// <summary>报指标值.</summary>
public static partial class TaskRules
{
    private static Decision RecordValue(SupervisedTask task, Caller caller, RecordValue command, TaskContext context)
    {
        if (!task.IsUnderWay)
            return NotUnderWay(task, command);
        if (LeftToAnotherRefused(task, caller) is { } another)
            return another;
        if (task.Indicators.Find(command.Indicator) is not { } indicator)
            return IndicatorUnknown(task, command.Indicator);
        if (command.On > context.Today)
            return Decision.Refuse(IndicatorRefusals.ValueOfFuture, command.On, context.Today);
        if (IndicatorRules.ValueFlaw(indicator, command.Value, command.ReferenceValue) is { } flaw)
            return flaw;
        if (command.Evidence.Count == 0)
            return Decision.Refuse(IndicatorRefusals.EvidenceMissing);

        return EvidenceRefused(command.Evidence, caller, context) ?? new ValueRecorded(new IndicatorValue(
            indicator.Id, command.On, command.Value, command.ReferenceValue, command.Evidence, caller.Agency));
    }

    private static Decision IndicatorUnknown(SupervisedTask task, string indicator) => Decision.Refuse(
        IndicatorRefusals.Unknown, indicator,
        Term.Join(task.Indicators.All.Select(known => Term.Plain($"{known.Id} {known.Name}")).DefaultIfEmpty(Term.Plain("—"))));
}
