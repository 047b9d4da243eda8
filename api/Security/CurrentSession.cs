using System.Security.Claims;

namespace Supervision.Api.Security;

/// <summary>Turns a ticket into somebody: its session must be open and its account must exist, with the posts it has now.</summary>
internal sealed class CurrentSession(SessionRegister sessions, CurrentAccounts accounts, Callers callers) : IMiddleware
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
        context.Features.Set(new SignedIn(callers.Of(account), account, session.Id));
    }
}
