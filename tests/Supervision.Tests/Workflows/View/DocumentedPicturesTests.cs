using System.Text;
using Supervision.Tests.Architecture;
using Supervision.Workflows;
using Supervision.Workflows.View;

namespace Supervision.Tests.Workflows.View;

/// <summary>The pictures in docs/definitions are what the code draws from the shipped JSON today.</summary>
/// <remarks>To draw them anew, run this class with <c>SUPERVISION_DRAW=1</c> in the environment and look at what changed.</remarks>
public sealed class DocumentedPicturesTests
{
    private const string Folder = "docs/definitions";

    private static readonly bool DrawsAnew = Environment.GetEnvironmentVariable("SUPERVISION_DRAW") == "1";

    public static TheoryData<string> Ids => [.. ShippedDefinitions.All.Keys.Order(StringComparer.Ordinal)];

    [Theory, MemberData(nameof(Ids))]
    public void A_shipped_definition_has_the_picture_that_it_gives(string id)
    {
        var drawn = Encoding.UTF8.GetString(ProcessPicture.Draw(DefinitionReader.Read(ShippedDefinitions.All[id]), PictureLanguage.Chinese));
        if (DrawsAnew) File.WriteAllText(PathOf($"{id}.svg"), drawn);

        RepositoryRoot.Read($"{Folder}/{id}.svg").Should().Be(drawn, "docs/definitions/README.md says how to draw it anew");
        RepositoryRoot.Read($"{Folder}/README.md").Should().Contain($"({id}.svg)", "the page lists every definition");
    }

    [Fact]
    public void No_picture_is_left_of_a_definition_that_is_gone() =>
        Directory.EnumerateFiles(PathOf("."), "*.svg").Select(Path.GetFileNameWithoutExtension).Should().BeSubsetOf(ShippedDefinitions.All.Keys);

    private static string PathOf(string file) => Path.Combine(RepositoryRoot.Path, Folder, file);
}
