using Supervision.Language;

namespace Supervision.Api.Security;

/// <summary>会话: somebody has signed in and has not been away for too long.</summary>
internal sealed record Session(string Id, AccountId Account, DateTimeOffset BeganAt, DateTimeOffset SeenAt);
