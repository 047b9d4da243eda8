namespace Supervision.RollUps;

/// <summary>Where the nodes of the tree are kept.</summary>
public interface IRollUpNodes
{
    RollUpNode? Find(string key);

    void Save(RollUpNode node);

    /// <summary>The nodes that have gone into one.</summary>
    IReadOnlyList<string> MirrorsOf(string key);

    /// <summary>The lights of a node and of everything below it that counts there.</summary>
    LightProfile LightsOf(string key);

    /// <summary>Adds to the lights of a node.</summary>
    void AddLights(string key, LightProfile change);
}
