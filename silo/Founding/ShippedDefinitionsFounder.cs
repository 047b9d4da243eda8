using System.Text;
using Supervision.Definitions;
using Supervision.Language;
using Supervision.Silo.Callers;
using Supervision.Silo.Processes;
using Supervision.Workflows;

namespace Supervision.Silo.Founding;

/// <summary>Publishes the definitions that come with the program where a store has none of that name. A designer's own is never replaced.</summary>
internal sealed class ShippedDefinitionsFounder(IGrainFactory grains, DefinitionSource definitions, SystemCallers callers)
{
    public async Task PublishAsync()
    {
        foreach (var (id, json) in ShippedDefinitions.All)
        {
            if (await definitions.PublishedAsync(id) is not null) continue;

            var receipt = await grains.GetGrain<IDefinitionGrain>(id).PublishAsync(
                callers.Founder, new PublishDefinition(new CommandKey("shipped"), Encoding.UTF8.GetString(json.Span)));
            if (receipt is Receipt.Refused refused)
                throw new InvalidOperationException($"The shipped definition {id} was refused: {refused.English}");
        }
    }
}
