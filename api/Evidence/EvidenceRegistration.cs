using Microsoft.Extensions.DependencyInjection.Extensions;
using Supervision.Api.Endpoints;
using Supervision.Api.Registers;
using Supervision.Evidence;
using Supervision.Registers;

namespace Supervision.Api.Evidence;

/// <summary>Evidence as a part of a gateway.</summary>
internal static class EvidenceRegistration
{
    /// <summary>Whoever hosts the gateway adds the store first; without one nothing can be uploaded.</summary>
    public static IServiceCollection AddEvidence(this IServiceCollection services)
    {
        services.TryAddSingleton<IEvidenceStore, NoEvidenceStore>();
        services.AddSingleton<UploadFolder>();
        services.AddSingleton<UploadDesk>();
        services.AddHostedService<UploadCleaner>();
        services.AddSingleton<EvidenceEndpoints.EvidenceReader>();
        services.AddSingleton<IEvidenceRegister>(provider => (TaskRegister)provider.GetRequiredService<ITaskRegister>());
        return services;
    }
}
