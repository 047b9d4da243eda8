using System.Globalization;
using Supervision.Language;

namespace Supervision.Api.Endpoints;

/// <summary>Actors by the name of their stream, as the registers know them.</summary>
internal static class Streams
{
    public static IStreamGrain GetStream(this IGrainFactory grains, string stream) =>
        grains.GetGrain(GrainId.Parse(stream, CultureInfo.InvariantCulture)).AsReference<IStreamGrain>();
}
