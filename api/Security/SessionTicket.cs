using System.Security.Claims;
using Microsoft.AspNetCore.Authentication.BearerToken;
using Microsoft.AspNetCore.Authentication.Cookies;

namespace Supervision.Api.Security;

/// <summary>What a cookie or a bearer token carries: the name of a session and nothing else.</summary>
/// <remarks>Posts are not in it: they are read anew, so that a post taken away is gone at once and not at the next sign-in.</remarks>
internal static class SessionTicket
{
    public const string Cookie = CookieAuthenticationDefaults.AuthenticationScheme;
    public const string Bearer = BearerTokenDefaults.AuthenticationScheme;

    private static readonly string SessionClaim = "session";

    public static ClaimsPrincipal Of(Session session, string scheme) =>
        new(new ClaimsIdentity([new Claim(SessionClaim, session.Id)], scheme));

    public static string? SessionOf(ClaimsPrincipal user) => user.FindFirstValue(SessionClaim);
}
