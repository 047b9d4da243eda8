namespace Supervision.SystemTests.Rest;

/// <summary>What a verb said and how it ended.</summary>
internal sealed record Spoken(int Code, string Said)
{
    public Spoken ShouldBeDone(string because = "") => ShouldEndWith(0, because);

    public Spoken ShouldEndWith(int code, string because = "")
    {
        Code.Should().Be(code, "{0}; it said {1}", because, Said);
        return this;
    }
}

/// <summary>Somebody at a shell in a folder.</summary>
internal sealed class CommandLine(string folder, IReadOnlyDictionary<string, string> environment)
{
    public Task<Spoken> RunAsync(params string[] arguments) => RunAsync("Supervision.Api", arguments);

    public async Task<Spoken> RunAsync(string program, IEnumerable<string> arguments)
    {
        await using var process = ChildProcess.Start(program, folder, arguments, environment);
        var code = await process.WaitAsync();
        return new Spoken(code, process.Said);
    }
}
