using Supervision.Language;

namespace Supervision.Tasks;

// Facts of 委派 within the lead agency. It moves work and no duty: the lead answers for the task as before.

/// <summary>交承办人.</summary>
[Kind("task.delegated")]
public sealed record TaskDelegated(AccountId Handler, AgencyCode By, string? Note = null) : Fact;

/// <summary>收回.</summary>
[Kind("task.taken-back")]
public sealed record DelegationTakenBack(AccountId Handler) : Fact;
