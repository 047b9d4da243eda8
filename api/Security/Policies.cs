using System.Globalization;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.RateLimiting;
using Supervision.Language;

namespace Supervision.Api.Security;

/// <summary>Who gets in where: signed in by default; what is open to everybody says so by name.</summary>
internal static class Policies
{
    public const string Operator = "operator";
    public const string SystemAdministrator = "system-administrator";
    public const string SignInAttempts = "sign-in";

    /// <summary>From one address in a minute; an account locks after fewer, this slows down a list of accounts.</summary>
    public const int SignInAttemptsMax = 60;

    private static readonly string Session = "session";

    public static void AddSessions(this IServiceCollection services)
    {
        services.AddAuthentication(Session)
            .AddPolicyScheme(Session, null, options => options.ForwardDefaultSelector = SchemeOf)
            .AddCookie(SessionTicket.Cookie, options =>
            {
                options.Cookie.Name = "supervision-session";
                options.Cookie.HttpOnly = true;
                options.Cookie.SameSite = SameSiteMode.Strict;
                options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
                options.ExpireTimeSpan = SessionRules.LifetimeMax;
                options.SlidingExpiration = false;
                options.Events.OnRedirectToLogin = Answer(StatusCodes.Status401Unauthorized);
                options.Events.OnRedirectToAccessDenied = Answer(StatusCodes.Status403Forbidden);
            })
            .AddBearerToken(SessionTicket.Bearer, options =>
            {
                options.BearerTokenExpiration = SessionRules.LifetimeMax;
                options.Events.OnMessageReceived = TakeToken;
            })
            .AddScheme<AuthenticationSchemeOptions, OperatorScheme>(OperatorToken.Scheme, null);

        services.AddAuthorizationBuilder()
            .SetFallbackPolicy(new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build())
            .AddPolicy(Operator, policy => policy.AddAuthenticationSchemes(OperatorToken.Scheme).RequireAuthenticatedUser())
            .AddPolicy(SystemAdministrator, policy => policy.RequireRole(nameof(Role.SystemAdministrator)));

        services.AddRateLimiter(options =>
        {
            options.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
            options.OnRejected = TellWhen;
            options.AddPolicy(SignInAttempts, http => RateLimitPartition.GetFixedWindowLimiter(
                http.Connection.RemoteIpAddress,
                _ => new FixedWindowRateLimiterOptions { PermitLimit = SignInAttemptsMax, Window = TimeSpan.FromMinutes(1) }));
        });
    }

    // The name of a scheme is read without regard to case (RFC 9110, 11.1); the framework's own handler insists on "Bearer".
    private static Task TakeToken(Microsoft.AspNetCore.Authentication.BearerToken.MessageReceivedContext context)
    {
        context.Token = context.Request.Headers.Authorization.ToString()["Bearer ".Length..].Trim();
        return Task.CompletedTask;
    }

    private static string SchemeOf(HttpContext http) =>
        http.Request.Headers.Authorization.ToString().StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase)
            ? SessionTicket.Bearer
            : SessionTicket.Cookie;

    private static Func<RedirectContext<Microsoft.AspNetCore.Authentication.Cookies.CookieAuthenticationOptions>, Task> Answer(int status) =>
        context =>
        {
            context.Response.StatusCode = status;
            return Task.CompletedTask;
        };

    private static ValueTask TellWhen(OnRejectedContext context, CancellationToken cancellation)
    {
        if (context.Lease.TryGetMetadata(MetadataName.RetryAfter, out var after))
            context.HttpContext.Response.Headers.RetryAfter = ((int)after.TotalSeconds).ToString(CultureInfo.InvariantCulture);
        return ValueTask.CompletedTask;
    }
}
