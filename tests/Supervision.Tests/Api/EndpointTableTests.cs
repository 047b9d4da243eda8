using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Routing;
using Supervision.Api.Requests;
using Supervision.Api.Security;

namespace Supervision.Tests.Api;

/// <summary>Every address there is, and who gets in. Written by hand: an address that is not here must not exist.</summary>
/// <remarks>Which post may give which command is decided in domain/ and stands in tables of its own.</remarks>
public sealed class EndpointTableTests
{
    /// <summary>Method, route, who gets in, and whether it asks for a key.</summary>
    private static readonly string[] Table =
    [
        "GET /health/live anonymous",
        "GET /health/ready anonymous",
        "GET /openapi/{documentName}.json anonymous",
        "GET /docs/{documentName?} anonymous",
        "GET /docs/scalar.js anonymous",
        "GET /docs/scalar.aspnetcore.js anonymous",
        "GET /docs/favicon.svg anonymous",
        "POST /api/v1/session anonymous",
        "GET /api/v1/session signed-in",
        "DELETE /api/v1/session signed-in",
        "GET /api/v1/tasks signed-in",
        "GET /api/v1/tasks/counts signed-in",
        "GET /api/v1/todo signed-in",
        "GET /api/v1/measures signed-in",
        "GET /api/v1/live signed-in",
        "POST /api/v1/tasks signed-in key",
        "GET /api/v1/tasks/{id} signed-in",
        "GET /api/v1/tasks/{id}/processes/{instance}/picture signed-in",
        "POST /api/v1/tasks/{id}/decisions signed-in key",
        "POST /api/v1/tasks/{id}/assignment signed-in key",
        "POST /api/v1/tasks/{id}/acknowledgement signed-in key",
        "POST /api/v1/tasks/{id}/refusal signed-in key",
        "POST /api/v1/tasks/{id}/reports signed-in key",
        "POST /api/v1/tasks/{id}/report-review signed-in key",
        "POST /api/v1/tasks/{id}/completion signed-in key",
        "POST /api/v1/tasks/{id}/verification signed-in key",
        "POST /api/v1/tasks/{id}/appraisal signed-in key",
        "POST /api/v1/tasks/{id}/close-out signed-in key",
        "POST /api/v1/tasks/{id}/archiving signed-in key",
        "POST /api/v1/tasks/{id}/expedites signed-in key",
        "POST /api/v1/tasks/{id}/extension-requests signed-in key",
        "POST /api/v1/tasks/{id}/clock-stop signed-in key",
        "POST /api/v1/tasks/{id}/clock-resumption signed-in key",
        "POST /api/v1/tasks/{id}/withdrawal signed-in key",
        "POST /api/v1/tasks/{id}/sub-plans signed-in key",
        "POST /api/v1/tasks/{id}/shares signed-in key",
        "POST /api/v1/tasks/{id}/values signed-in key",
        "GET /api/v1/plans signed-in",
        "POST /api/v1/plans signed-in key",
        "POST /api/v1/plans/draft signed-in",
        "GET /api/v1/plans/{id} signed-in",
        "GET /api/v1/plans/{id}/progress signed-in",
        "GET /api/v1/tasks/{id}/progress signed-in",
        "GET /api/v1/coverage signed-in",
        "GET /api/v1/coverage/trend signed-in",
        "GET /api/v1/coverage/matrix signed-in",
        "GET /api/v1/coverage/matrix.csv signed-in",
        "GET /api/v1/coverage/matrix.xlsx signed-in",
        "PUT /api/v1/plans/{id}/items/{**path} signed-in key",
        "GET /api/v1/plans/{id}/review signed-in",
        "GET /api/v1/plans/{id}/history signed-in",
        "GET /api/v1/plans/{id}/versions signed-in",
        "GET /api/v1/plans/{id}/versions/{version:int}/diff signed-in",
        "GET /api/v1/plans/{id}/processes/{instance}/picture signed-in",
        "POST /api/v1/plans/{id}/review signed-in key",
        "POST /api/v1/plans/{id}/submission signed-in key",
        "POST /api/v1/plans/{id}/acknowledgement signed-in key",
        "POST /api/v1/plans/{id}/refusal signed-in key",
        "POST /api/v1/plans/{id}/decisions signed-in key",
        "POST /api/v1/plans/{id}/revisions signed-in key",
        "GET /api/v1/agencies signed-in",
        "GET /api/v1/agencies/silent signed-in",
        "GET /api/v1/agencies/{code} signed-in",
        "GET /api/v1/agencies/{code}/processes/{instance}/picture signed-in",
        "POST /api/v1/accounts signed-in key",
        "GET /api/v1/accounts/{id} signed-in",
        "PUT /api/v1/accounts/{id}/roles signed-in key",
        "PUT /api/v1/accounts/{id}/password signed-in key",
        "POST /api/v1/accounts/{id}/unlock signed-in key",
        "POST /api/v1/accounts/{id}/closing signed-in key",
        "GET /api/v1/activities signed-in",
        "GET /api/v1/definitions/{id} signed-in",
        "GET /api/v1/definitions/{id}/picture signed-in",
        "PUT /api/v1/definitions/{id} signed-in key",
        "GET /api/v1/definitions/{id}/triggers signed-in",
        "POST /api/v1/processes signed-in key",
        "GET /api/v1/processes/{id} signed-in",
        "GET /api/v1/processes/{id}/picture signed-in",
        "POST /api/v1/processes/{id}/answers signed-in key",
        "POST /api/v1/processes/{id}/tasks/{taskId}/complete signed-in key",
        "POST /api/v1/processes/{id}/events/{name} signed-in key",
        "POST /api/v1/processes/{id}/cancellation signed-in key",
        "POST /api/v1/events/{name} signed-in key",
        "POST /api/v1/definitions/{id}/migrations signed-in key",
        "GET /api/v1/incidents signed-in",
        "POST /api/v1/incidents/{actor}/{id}/{instance}/{run}/retry signed-in key",
        "POST /api/v1/incidents/{actor}/{id}/{instance}/{run}/skip signed-in key",
        "POST /api/v1/processes/{actor}/{id}/{instance}/abort signed-in key",
        "POST /api/v1/definitions/{id}/check signed-in",
        "GET /api/v1/definitions/{id}/export signed-in",
        "GET /api/v1/ledger signed-in",
        "POST /api/v1/ledger/verification signed-in",
        "POST /api/v1/ledger/seals signed-in",
        "GET /api/v1/ledger/parked signed-in",
        "POST /api/v1/ledger/parked/{**target} signed-in",
        "GET /api/v1/tasks/{id}/package signed-in",
        "POST /api/v1/operator/plans operator",
        "POST /api/v1/evidence/uploads signed-in",
        "HEAD /api/v1/evidence/uploads/{id} signed-in",
        "PATCH /api/v1/evidence/uploads/{id} signed-in",
        "POST /api/v1/evidence/uploads/{id}/completion signed-in",
        "DELETE /api/v1/evidence/uploads/{id} signed-in",
        "GET /api/v1/evidence/{hash} signed-in",
        "GET /api/v1/evidence/{hash}/uses signed-in",
        "GET /api/v1/evidence/{hash}/content signed-in",
        "POST /api/v1/evidence/{hash}/removal signed-in key",
        "GET /api/v1/tasks/{id}/evidence signed-in",
        "GET /api/v1/notices signed-in",
        "GET /api/v1/notices/count signed-in",
        "POST /api/v1/notices/read signed-in",
        "GET /api/v1/notices/settings signed-in",
        "PUT /api/v1/notices/settings signed-in",
        "GET /api/v1/notices/deliveries signed-in",
        "POST /api/v1/notices/deliveries/{account}/resumption signed-in",
        "GET /api/v1/webhooks signed-in",
        "PUT /api/v1/webhooks/{webhook} signed-in key",
        "POST /api/v1/webhooks/{webhook}/approval signed-in key",
        "POST /api/v1/webhooks/{webhook}/closing signed-in key",
        "POST /api/v1/webhooks/{webhook}/ping signed-in",
        "POST /api/v1/webhooks/{webhook}/resumption signed-in",
        "POST /api/v1/imports signed-in key",
        "GET /api/v1/imports/{id} signed-in",
        "GET /api/v1/imports/{id}/rows signed-in",
        "POST /api/v1/imports/{id}/start signed-in key",
        "POST /api/v1/imports/{id}/cancel signed-in key",
        "GET /api/v1/imports/templates/tasks.xlsx signed-in",
        "GET /api/v1/imports/templates/plan-items.xlsx signed-in",
        "GET /api/v1/plans/{id}/items.xlsx signed-in",
        "GET /api/v1/registers/tasks.xlsx signed-in",
        "GET /api/v1/numbers/{series} signed-in",
        "GET /api/v1/tasks/{id}/history signed-in",
        "POST /api/v1/tasks/{id}/problems signed-in key",
        "POST /api/v1/tasks/{id}/rectifications signed-in key",
        "POST /api/v1/tasks/{id}/rectification-verifications signed-in key",
        "POST /api/v1/tasks/{id}/problem-closings signed-in key",
        "POST /api/v1/tasks/{id}/transfer-requests signed-in key",
        "POST /api/v1/tasks/{id}/termination-requests signed-in key",
        "POST /api/v1/tasks/{id}/reopening-requests signed-in key",
        "POST /api/v1/tasks/{id}/assignment-correction signed-in key",
        "POST /api/v1/tasks/{id}/delegation signed-in key",
        "POST /api/v1/tasks/{id}/delegation-end signed-in key",
        "POST /api/v1/tasks/{id}/merger-requests signed-in key",
        "POST /api/v1/tasks/{id}/split-requests signed-in key",
        "POST /api/v1/accounts/{id}/absence signed-in key",
        "POST /api/v1/accounts/{id}/absence-end signed-in key",
        "GET /api/v1/schemes signed-in",
        "GET /api/v1/schemes/{code} signed-in",
        "PUT /api/v1/schemes/{code} signed-in key",
        "POST /api/v1/schemes/{code}/copy signed-in key",
        "POST /api/v1/schemes/{code}/submission signed-in key",
        "POST /api/v1/schemes/{code}/decisions signed-in key",
        "POST /api/v1/schemes/{code}/reopening signed-in key",
        "POST /api/v1/schemes/{code}/change-abandonment signed-in key",
        "GET /api/v1/schemes/{code}/history signed-in",
        "GET /api/v1/schemes/{code}/versions signed-in",
        "GET /api/v1/schemes/{code}/versions/{version:int} signed-in",
        "GET /api/v1/schemes/{code}/versions/{version:int}/diff signed-in",
    ];

    [Fact]
    public async Task Every_address_stands_in_the_table_and_every_line_is_an_address()
    {
        await using var app = GatewayUnderTest.Build();

        var there = EndpointsOf(app).Select(Line).ToList();

        there.Should().OnlyHaveUniqueItems();
        there.Except(Table).Should().BeEmpty("an address outside the table is denied to exist");
        Table.Except(there).Should().BeEmpty("a line of the table is an address");
    }

    [Fact]
    public async Task The_dashboard_is_the_system_administrators()
    {
        await using var app = GatewayUnderTest.Build();

        ((IEndpointRouteBuilder)app).DataSources.SelectMany(source => source.Endpoints).OfType<RouteEndpoint>()
            .Where(endpoint => RouteOf(endpoint).StartsWith("/dashboard", StringComparison.Ordinal))
            .Should().NotBeEmpty().And.OnlyContain(endpoint => Access(endpoint) == Policies.SystemAdministrator);
    }

    [Fact]
    public async Task No_address_can_be_reached_before_the_password_is_changed_but_these()
    {
        await using var app = GatewayUnderTest.Build();

        EndpointsOf(app).Where(endpoint => endpoint.Metadata.GetMetadata<BeforePasswordChange>() is not null).Select(Line)
            .Should().BeEquivalentTo(
                "GET /api/v1/session signed-in", "DELETE /api/v1/session signed-in", "PUT /api/v1/accounts/{id}/password signed-in key");
    }

    private static IEnumerable<RouteEndpoint> EndpointsOf(IEndpointRouteBuilder app) => app.DataSources
        .SelectMany(source => source.Endpoints)
        .OfType<RouteEndpoint>()
        .Where(endpoint => !RouteOf(endpoint).StartsWith("/dashboard", StringComparison.Ordinal));

    private static string Line(RouteEndpoint endpoint) => string.Join(' ', new[]
    {
        string.Join(',', endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods ?? ["ANY"]),
        RouteOf(endpoint),
        Access(endpoint),
        endpoint.Metadata.GetMetadata<NeedsKey>() is null ? "" : "key",
    }.Where(word => word.Length > 0));

    private static string RouteOf(RouteEndpoint endpoint) => "/" + endpoint.RoutePattern.RawText!.Trim('/');

    private static string Access(RouteEndpoint endpoint) =>
        endpoint.Metadata.GetMetadata<IAllowAnonymous>() is not null ? "anonymous"
        : endpoint.Metadata.GetOrderedMetadata<IAuthorizeData>().Select(data => data.Policy).FirstOrDefault(policy => policy is not null)
            ?? "signed-in";
}
