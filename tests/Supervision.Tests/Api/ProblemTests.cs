using Microsoft.AspNetCore.Http;
using Supervision.Api.Problems;

namespace Supervision.Tests.Api;

public sealed class ProblemTests
{
    [Theory]
    [InlineData("task.not-found", 404)]
    [InlineData("plan.item-not-found", 404)]
    [InlineData("task.not-allowed", 403)]
    [InlineData("ledger.not-allowed", 403)]
    [InlineData("command.key-reused", 422)]
    [InlineData("account.sign-in-refused", 401)]
    [InlineData("account.locked", 423)]
    [InlineData("task.not-waiting", 409)]
    [InlineData("plan.too-large", 413)]
    [InlineData("request.no-key", 400)]
    [InlineData("ledger.unavailable", 503)]
    public void A_code_has_its_status(string code, int status) => ProblemStatus.Of(code).Should().Be(status);

    [Theory]
    [InlineData(null, false)]
    [InlineData("zh-CN,zh;q=0.9,en;q=0.8", false)]
    [InlineData("en-GB", true)]
    [InlineData("fr", false)]
    [InlineData("zh;q=0.4, en;q=0.5", true)]
    [InlineData("not a language;;q", false)]
    public void The_title_speaks_the_readers_language(string? wanted, bool english)
    {
        var http = new DefaultHttpContext();
        if (wanted is not null) http.Request.Headers.AcceptLanguage = wanted;

        ReaderLanguage.IsEnglish(http.Request).Should().Be(english);
    }
}
