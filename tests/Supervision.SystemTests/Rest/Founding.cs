using System.Net;

namespace Supervision.SystemTests.Rest;

/// <summary>The first hour of a production store: administrators take over, and open accounts for everybody else.</summary>
internal static class Founding
{
    public static readonly string Password = "Shu-Mu-77-Wen";

    private static readonly string First = "Yi-Ci-42-Xing";

    /// <summary>The one-time password that <c>init</c> or <c>restore</c> showed for an account.</summary>
    public static string PasswordIn(string said, string account) =>
        said.Split('\n').Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
            .Single(words => words.Length >= 2 && words[^2] == account)[^1];

    /// <summary>Signs in with a password that somebody else chose, finds everything closed, and changes it.</summary>
    public static async Task<Person> TakeOverAsync(Uri url, string account, string oneTime)
    {
        var person = await Person.SignInAsync(url, account, oneTime);
        (await person.GetAsync("agencies")).ShouldBe(HttpStatusCode.Forbidden).Code.Should().Be("session.password-change-required");
        (await person.PutAsync($"accounts/{account}/password", new { present = oneTime, password = Password })).ShouldBeDone();
        (await person.GetAsync("agencies")).ShouldBeDone();
        return person;
    }

    /// <summary>One administrator opens the account, the other grants the post; then its owner takes it over.</summary>
    public static async Task<Person> OpenAsync(
        Uri url, (Person System, Person Security) administrators, string account, string agency, string role)
    {
        var (system, security) = administrators;
        (await system.PostAsync("accounts", new { account, name = account, agency })).ShouldBe(HttpStatusCode.Created);
        (await system.PutAsync($"accounts/{account}/password", new { password = First })).ShouldBeDone();
        (await system.PutAsync($"accounts/{account}/roles", new { roles = new[] { role } })).ShouldBe(HttpStatusCode.Forbidden);
        (await security.PutAsync($"accounts/{account}/roles", new { roles = new[] { role } })).ShouldBeDone();
        return await TakeOverAsync(url, account, First);
    }
}
