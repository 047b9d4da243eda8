using Supervision.Language;

namespace Supervision.Tasks;

// Facts of the list of problems 问题清单 of a task: each is put right, checked and struck off by itself.

/// <summary>A problem was found; the agency is to put it right by a day of its own.</summary>
[Kind("task.problem-raised")]
public sealed record ProblemRaised(int Number, string Text, AgencyCode Agency, DateOnly DueOn) : Fact;

/// <summary>整改: the agency says that it is put right, and what proves it.</summary>
[Kind("task.problem-rectified")]
public sealed record ProblemRectified(int Number, AgencyCode By, string Text, IReadOnlyList<EvidenceReference> Evidence, DateOnly On) : Fact;

/// <summary>The office has checked, and it does not hold; <paramref name="Times"/> counts the returns of this problem.</summary>
[Kind("task.problem-returned")]
public sealed record ProblemReturned(int Number, string Finding, int Times) : Fact;

/// <summary>核验: the office has checked, and it holds.</summary>
[Kind("task.problem-verified")]
public sealed record ProblemVerified(int Number, string Finding) : Fact;

/// <summary>问题销号.</summary>
[Kind("task.problem-closed")]
public sealed record ProblemClosed(int Number, string Conclusion) : Fact;
