using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http.Metadata;
using Supervision.Accounts;
using Supervision.Api.Requests;
using Supervision.Api.Security;
using Supervision.Language;

namespace Supervision.Api.Endpoints;

/// <summary>Accounts: opened by one administrator, granted posts by another, their passwords changed by themselves.</summary>
internal static class AccountEndpoints
{
    public static void MapAccounts(this IEndpointRouteBuilder routes)
    {
        var accounts = routes.MapGroup("/accounts").WithTags("Accounts 账号");
        accounts.MapPost("/", OpenAsync).WithName(nameof(OpenAccount)).WithSummary("开户 · Open an account");
        accounts.MapGet("/{id}", ViewAsync).WithName("ViewAccount").WithSummary("查看账号 · View an account");

        var account = accounts.MapGroup("/{id}");
        account.Map<GrantRoles>(HttpMethods.Put, "/roles", "授权 · Grant posts");
        account.Map<UnlockAccount>(HttpMethods.Post, "/unlock", "解锁 · Unlock");
        account.Map<CloseAccount>(HttpMethods.Post, "/closing", "销户 · Close");
        account.Map<RecordAbsence>(HttpMethods.Post, "/absence", "登记离岗（AB 角代理） · Record an absence, with who stands in");
        account.Map<EndAbsence>(HttpMethods.Post, "/absence-end", "返岗 · End an absence");
        account.MapPut("/password", SetPasswordAsync).WithName("SetPassword")
            .WithSummary("修改密码（附现密码），或由系统管理员重置 · Change one's password, with the present one; or reset another's")
            .OpenBeforePasswordChange();
    }

    private static void Map<TCommand>(this IEndpointRouteBuilder account, string method, string pattern, string summary)
        where TCommand : AccountCommand =>
        account.MapCommand<TCommand>(method, pattern, summary, (http, user, command) =>
            ExecuteAsync(http, http.IdOf<AccountId>("id"), user, command));

    private static async Task<Created> OpenAsync(HttpContext http, SignedIn user, NewAccount body) => new(
        await ExecuteAsync(http, body.Account, user, body.Command), body.Account.Value, $"{Gateway.ApiPath}/accounts/{body.Account}");

    private static async Task<Viewed<AccountView>> ViewAsync(AccountId id, SignedIn user, IGrainFactory grains)
    {
        var view = AccountRules.MayView(id, user.Caller) ? await grains.GetGrain<IAccountGrain>(id.Value).ViewAsync(user.Caller) : null;
        return new Viewed<AccountView>(view, view?.Version ?? 0, AccountRefusals.NotFound.With([id]));
    }

    private static async Task<Recorded> SetPasswordAsync(
        HttpContext http, AccountId id, Keyed keyed, NewPassword body, SignedIn user, SessionRegister sessions)
    {
        AccountCommand command = body.Present is { } present
            ? new ChangePassword(keyed.Key, present, body.Password)
            : new ResetPassword(keyed.Key, body.Password);
        var receipt = await ExecuteAsync(http, id, user, command);
        if (receipt is Receipt.Done)
            sessions.EndOthersOf(id, except: user.Session);
        return new Recorded(receipt);
    }

    private static async Task<Receipt> ExecuteAsync(HttpContext http, AccountId id, SignedIn user, AccountCommand command)
    {
        var grains = http.RequestServices.GetRequiredService<IGrainFactory>();
        var receipt = await grains.GetGrain<IAccountGrain>(id.Value).ExecuteAsync(user.Caller, command);
        http.RequestServices.GetRequiredService<CurrentAccounts>().Forget(id);
        return receipt;
    }

    /// <param name="Present">The present password, when it is one's own that changes.</param>
    internal sealed record NewPassword(string Password, string? Present = null)
    {
        // Never in a log.
        public override string ToString() => nameof(NewPassword);
    }

    /// <summary>An account to open, with the name to sign in with.</summary>
    internal sealed record NewAccount(AccountId Account, OpenAccount Command) : IBindableFromHttpContext<NewAccount>, IEndpointParameterMetadataProvider
    {
        public static async ValueTask<NewAccount?> BindAsync(HttpContext context, System.Reflection.ParameterInfo parameter)
        {
            var key = Keyed.Of(context);
            var fields = await JsonBody.ReadAsync(context, isOptional: false);
            var account = fields["account"]?.Deserialize<AccountId>(ApiJson.Options) ?? throw new JsonException(null, "$.account", null, null);
            fields.Remove("account");
            fields["key"] = JsonValue.Create(key.Value);
            return new NewAccount(account, JsonBody.Read<OpenAccount>(fields));
        }

        public static void PopulateMetadata(System.Reflection.ParameterInfo parameter, EndpointBuilder builder)
        {
            builder.Metadata.Add(new NeedsKey());
            builder.Metadata.Add(new AcceptsMetadata(["application/json"], typeof(OpenAccount)));
        }
    }
}
