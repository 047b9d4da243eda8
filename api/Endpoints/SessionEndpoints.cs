using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.BearerToken;
using Microsoft.Extensions.Options;
using Supervision.Accounts;
using Supervision.Api.Problems;
using Supervision.Api.Requests;
using Supervision.Api.Security;
using Supervision.Language;

namespace Supervision.Api.Endpoints;

/// <summary>Signing in and out. One sign-in gives a cookie for browsers and a bearer token for programs.</summary>
internal static class SessionEndpoints
{
    public static void MapSession(this IEndpointRouteBuilder routes)
    {
        var session = routes.MapGroup("/session").WithTags("Session 会话");
        session.MapPost("/", SignInAsync).WithName("SignIn").WithSummary("登录 · Sign in")
            .AllowAnonymous().RequireRateLimiting(Policies.SignInAttempts)
            .Produces<SessionBody>();
        session.MapGet("/", View).WithName("ViewSession").WithSummary("我是谁 · Who am I").OpenBeforePasswordChange();
        session.MapDelete("/", SignOutAsync).WithName("SignOut").WithSummary("退出 · Sign out").OpenBeforePasswordChange();
    }

    private static async Task<IResult> SignInAsync(
        HttpContext http, Credentials body, IGrainFactory grains, Callers callers, SessionRegister sessions,
        IOptionsMonitor<BearerTokenOptions> tokens, TimeProvider clock)
    {
        var answer = await grains.GetGrain<IAccountGrain>(body.Account.Value).SignInAsync(callers.Gateway(), body.Password);
        if (answer.Account is not { } account)
            return new Refusing(answer.Refused ?? AccountRefusals.SignInRefused.With([]));

        var session = sessions.Begin(account.Account);
        await http.SignInAsync(SessionTicket.Cookie, SessionTicket.Of(session, SessionTicket.Cookie));
        var until = clock.GetUtcNow() + SessionRules.LifetimeMax;
        return Results.Json(SessionBody.Of(account, TokenOf(session, tokens, until), until), ApiJson.Options);
    }

    private static Viewed<SessionBody> View(SignedIn user) =>
        new(SessionBody.Of(user.Account, token: null, until: null), user.Account.Version, ApiRefusals.SessionRequired.With([]));

    private static async Task<IResult> SignOutAsync(HttpContext http, SignedIn user, SessionRegister sessions)
    {
        sessions.End(user.Session);
        await http.SignOutAsync(SessionTicket.Cookie);
        return Results.NoContent();
    }

    private static string TokenOf(Session session, IOptionsMonitor<BearerTokenOptions> tokens, DateTimeOffset until) =>
        tokens.Get(SessionTicket.Bearer).BearerTokenProtector.Protect(new AuthenticationTicket(
            SessionTicket.Of(session, SessionTicket.Bearer),
            new AuthenticationProperties { ExpiresUtc = until },
            $"{SessionTicket.Bearer}:AccessToken"));

    internal sealed record Credentials(AccountId Account, string Password)
    {
        // Never in a log.
        public override string ToString() => nameof(Credentials);
    }

    /// <param name="MustChangePassword">True: nothing else can be done before.</param>
    /// <param name="Token">For <c>Authorization: Bearer</c>; shown once, at sign-in.</param>
    /// <param name="Substitutions">代理: for whom one may act, and on which days.</param>
    /// <param name="Until">The session ends then, or after half an hour without a request.</param>
    internal sealed record SessionBody(
        AccountId Account, string Name, AgencyCode Agency, IReadOnlyList<Role> Roles, IReadOnlyList<AgencyCode> Portfolio,
        bool MustChangePassword, string? Token, DateTimeOffset? Until, Absence? Absence, IReadOnlyList<Substitution> Substitutions)
    {
        public static SessionBody Of(AccountView account, string? token, DateTimeOffset? until) => new(
            account.Account, account.Name, account.Agency, account.Roles, account.Portfolio, account.MustChangePassword, token, until,
            account.Absence, account.Substitutions);
    }
}
