using System.Reflection;
using Supervision.Language;
using Supervision.Silo.Ledger;
using Supervision.Workflows;

namespace Supervision.Tests.Architecture;

/// <summary>The picture in docs/ARCHITECTURE.md, as assertions. Change both or neither.</summary>
public sealed class ProjectArrowsTests
{
    private static readonly Assembly Domain = typeof(Caller).Assembly;
    private static readonly Assembly Workflows = typeof(Machine).Assembly;
    private static readonly Assembly Silo = typeof(ILedger).Assembly;
    private static readonly Assembly Api = Assembly.Load("Supervision.Api");

    private static readonly string[] Projects = ["domain", "workflows", "silo", "simulation", "api"];

    public static TheoryData<string, string[]> Allowed => new()
    {
        { "Supervision.Domain", [] },
        { "Supervision.Workflows", ["Supervision.Domain"] },
        { "Supervision.Silo", ["Supervision.Domain", "Supervision.Workflows"] },
        { "Supervision.Simulation", ["Supervision.Domain"] },
        { "Supervision.Api", ["Supervision.Domain", "Supervision.Workflows", "Supervision.Silo", "Supervision.Simulation"] },
    };

    [Theory, MemberData(nameof(Allowed))]
    public void A_project_refers_only_to_what_the_picture_shows(string project, string[] allowed) =>
        Assembly.Load(project).GetReferencedAssemblies().Select(assembly => assembly.Name!)
            .Where(name => name.StartsWith("Supervision.", StringComparison.Ordinal))
            .Should().BeSubsetOf(allowed);

    [Fact]
    public void Only_the_hosting_files_of_api_know_the_silo() =>
        Directory.EnumerateFiles(Path.Combine(RepositoryRoot.Path, "api"), "*.cs", SearchOption.AllDirectories)
            .Where(file => File.ReadAllText(file).Contains("Supervision.Silo", StringComparison.Ordinal))
            .Select(Path.GetFileName).Should().BeEquivalentTo(["Hosting.cs", "SimulatedStore.cs"]);

    [Fact]
    public void A_simulated_year_is_played_through_the_interfaces_of_actors_alone()
    {
        var used = Assembly.Load("Supervision.Simulation").GetReferencedAssemblies().Select(assembly => assembly.Name!).ToArray();

        used.Should().NotContain(name => name.StartsWith("Supervision.Silo", StringComparison.Ordinal) || name.StartsWith("Supervision.Workflows", StringComparison.Ordinal));
        Directory.EnumerateFiles(Path.Combine(RepositoryRoot.Path, "simulation"), "*.cs", SearchOption.AllDirectories)
            .Where(file => ByPass.Any(word => File.ReadAllText(file).Contains(word, StringComparison.Ordinal)))
            .Should().BeEmpty("facts are read back from feeds, and nothing is decided or recorded beside an actor");
    }

    // What would lead round the actors, although the domain has it: rules, states, and facts that are made by hand.
    private static readonly string[] ByPass = ["TaskRules.", "PlanRules.", "ProcessRules.", "SupervisedTask", "Evolve(", "FactJson.Write", "ILedger.", "TimeProvider"];

    [Fact]
    public void Grains_are_internal_because_callers_hold_interfaces() =>
        Silo.GetTypes().Where(type => type.IsAssignableTo(typeof(Grain))).Should().OnlyContain(type => !type.IsPublic);

    [Fact]
    public void Every_grain_method_takes_the_caller_first() =>
        Domain.GetTypes().Where(type => type.IsInterface && type.IsAssignableTo(typeof(IGrain)))
            .SelectMany(type => type.GetMethods())
            .Should().OnlyContain(method => method.GetParameters()[0].ParameterType == typeof(Caller));

    [Fact]
    public void Every_exception_of_ours_can_cross_a_grain_boundary() =>
        // What workflows/ throws is caught beside the call; it never travels.
        new[] { Domain, Silo }.SelectMany(assembly => assembly.GetTypes())
            .Where(type => type.IsSubclassOf(typeof(Exception)) && type.IsPublic)
            .Should().OnlyContain(type =>
                type.Assembly == Domain && type.GetCustomAttribute<GenerateSerializerAttribute>() != null);

    [Fact]
    public void What_travels_between_silos_is_named_and_numbered()
    {
        var travelling = Domain.GetTypes().Where(type => type.GetCustomAttribute<GenerateSerializerAttribute>() is not null).ToArray();

        travelling.Where(type => !type.IsEnum).Should().OnlyContain(
            type => type.GetCustomAttributes<AliasAttribute>().Any(), "a name of C# may change, an alias may not");
        travelling.Where(type => !type.IsEnum && !type.IsSubclassOf(typeof(Exception)))
            .SelectMany(type => type.GetProperties(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly))
            .Where(property => property.SetMethod is not null)
            .Should().OnlyContain(property => property.GetCustomAttributes<IdAttribute>().Any());
    }

    [Theory]
    [InlineData("Common"), InlineData("Shared"), InlineData("Core"), InlineData("Utils"), InlineData("Helpers")]
    public void No_folder_is_a_drawer_for_everything(string name) =>
        Projects.SelectMany(project => Directory.EnumerateDirectories(
                Path.Combine(RepositoryRoot.Path, project), name, SearchOption.AllDirectories))
            .Should().BeEmpty();

    [Fact]
    public void Api_is_an_executable_beside_the_silo() => Api.EntryPoint.Should().NotBeNull();
}
