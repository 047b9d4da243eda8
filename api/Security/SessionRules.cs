namespace Supervision.Api.Security;

/// <summary>How long a session lives. Source: 等保 2.0 三级 身份鉴别 (to be confirmed with the customer).</summary>
internal static class SessionRules
{
    public static readonly TimeSpan IdleMax = TimeSpan.FromMinutes(30);

    public static readonly TimeSpan LifetimeMax = TimeSpan.FromHours(12);

    /// <summary>One more ends the oldest: somebody who signs in from everywhere is a program that forgets its token.</summary>
    public const int OfAccountMax = 20;

    public static bool IsAlive(Session session, DateTimeOffset now) =>
        now - session.BeganAt < LifetimeMax && now - session.SeenAt < IdleMax;
}
