using Microsoft.Extensions.DependencyInjection.Extensions;
using Supervision.Api.Live;
using Supervision.Api.Notices;
using Supervision.Calendars;
using Supervision.Notices;
using Supervision.Registers;

namespace Supervision.Api.Registers;

/// <summary>The registers as a part of a gateway.</summary>
internal static class RegisterRegistration
{
    /// <summary>Readiness checks with this tag decide whether requests are sent here.</summary>
    public const string ReadyTag = "ready";

    /// <summary>Needs an <c>IGrainFactory</c> and the gateway's <c>Callers</c>. Start-up does not wait for the registers to catch up.</summary>
    public static IServiceCollection AddRegisters(this IServiceCollection services, RegisterSettings settings)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton(WorkingCalendar.Shipped);
        services.TryAddSingleton<IFeedSource, GrainFeedSource>();
        services.AddSingleton(settings);
        services.AddSingleton<RegisterDatabase>();
        services.AddSingleton<RegisterPositions>();
        services.AddSingleton<RegisterWriter>();
        services.AddSingleton<LiveBoard>();
        services.AddSingleton<TaskRegister>();
        services.AddSingleton<ITaskRegister>(provider => provider.GetRequiredService<TaskRegister>());
        services.AddSingleton<IPlanRegister>(provider => provider.GetRequiredService<TaskRegister>());
        services.AddSingleton<INoticeRegister, NoticeRegister>();
        services.AddSingleton<TaskExport>();
        services.AddSingleton<RegisterFollower>();
        services.AddHostedService(provider => provider.GetRequiredService<RegisterFollower>());
        services.TryAddSingleton<IProgressNotes, GrainProgressNotes>();
        services.AddHostedService<MarkRecorder>();
        services.AddHealthChecks().AddCheck<RegisterReadiness>("registers", tags: [ReadyTag]);
        return services;
    }
}
