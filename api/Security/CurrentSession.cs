using System.Security.Claims;
using Supervision.Accounts;
using Supervision.Api.Problems;
using Supervision.Language;

namespace Supervision.Api.Security;

/// <summary>Turns a ticket into somebody: its session must be open and its account must exist, with the posts it has now.</summary>
/// <remarks>A request that names somebody in <see cref="Substitutes.Header"/> is made with that account's powers, or refused.</remarks>
internal sealed class CurrentSession(SessionRegister sessions, CurrentAccounts accounts, Callers callers, Substitutes substitutes) : IMiddleware
{
    public async Task InvokeAsync(HttpContext context, RequestDelegate next)
    {
        if (SessionTicket.SessionOf(context.User) is { } ticket)
            await EnterAsync(context, ticket);
        await next(context);
    }

    private async Task EnterAsync(HttpContext context, string ticket)
    {
        var scheme = context.User.Identity?.AuthenticationType;
        context.User = new ClaimsPrincipal(new ClaimsIdentity());
        if (sessions.Touch(ticket) is not { } session || await accounts.FindAsync(session.Account) is not { } account)
            return;

        var identity = new ClaimsIdentity(scheme);
        identity.AddClaim(new Claim(ClaimTypes.NameIdentifier, account.Account.Value));
        identity.AddClaim(new Claim(ClaimTypes.Name, account.Name));
        identity.AddClaims(account.Roles.Select(role => new Claim(ClaimTypes.Role, role.ToString())));
        context.User = new ClaimsPrincipal(identity);
        context.Features.Set(new SignedIn(await CallerOfAsync(context, account), account, session.Id));
    }

    private async Task<Caller> CallerOfAsync(HttpContext context, AccountView account)
    {
        if (context.Request.Headers[Substitutes.Header].ToString() is not { Length: > 0 } named)
            return callers.Of(account);

        return AccountId.TryParse(named, null, out var absent) && await substitutes.ForAsync(account, absent) is { } caller
            ? caller
            : throw new RefusedException(AccountRefusals.NotSubstitute.With([Shown(named)]));
    }

    // What was sent is shown again, but no more of it than a name can be long.
    private static string Shown(string named) => named.Length <= AccountId.LengthMax ? named : named[..AccountId.LengthMax];
}
