using System.Net;
using System.Security.Claims;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;
using Supervision.Api.Problems;

namespace Supervision.Api.Security;

/// <summary>The token of this run, known to whoever may read the data folder: <c>Authorization: Operator TOKEN</c>.</summary>
internal sealed class OperatorToken
{
    public const string Scheme = "Operator";

    public string Value { get; } = RandomNumberGenerator.GetHexString(64, lowercase: true);

    public bool Matches(string token) => CryptographicOperations.FixedTimeEquals(
        Encoding.UTF8.GetBytes(token), Encoding.UTF8.GetBytes(Value));
}

/// <summary>Knows the operator by the token, and only on this machine.</summary>
internal sealed class OperatorScheme(
    OperatorToken token, IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory loggers, UrlEncoder encoder)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, loggers, encoder)
{
    private static readonly string Prefix = OperatorToken.Scheme + " ";

    protected override Task HandleChallengeAsync(AuthenticationProperties properties) =>
        new Refusing(ApiRefusals.OperatorOnly).ExecuteAsync(Context);

    protected override Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        var given = Request.Headers.Authorization.ToString();
        if (!given.StartsWith(Prefix, StringComparison.Ordinal))
            return Task.FromResult(AuthenticateResult.NoResult());
        if (Context.Connection.RemoteIpAddress is not { } address || !IPAddress.IsLoopback(address) || !token.Matches(given[Prefix.Length..]))
            return Task.FromResult(AuthenticateResult.Fail("Not the operator of this machine."));

        var identity = new ClaimsIdentity([new Claim(ClaimTypes.NameIdentifier, "operator")], OperatorToken.Scheme);
        return Task.FromResult(AuthenticateResult.Success(new AuthenticationTicket(new ClaimsPrincipal(identity), Scheme.Name)));
    }
}
