using Supervision.Language;

namespace Supervision.Definitions;

/// <summary>发布: from now on new processes of this name run this content. Running ones keep theirs.</summary>
[Kind("definition.published")]
public sealed record DefinitionPublished(int Version, string Hash, string Name) : Fact;

/// <summary>The content of a definition, in a stream named by its hash; written once.</summary>
[Kind("definition.content")]
public sealed record DefinitionContent(string Json) : Fact;
