namespace Supervision.Api.Operations;

/// <summary>The way to a store: through the server that holds its folder, or by opening it here for the time of one command.</summary>
internal sealed class StoreAccess : IAsyncDisposable
{
    private readonly EmbeddedSystem? _system;

    private StoreAccess(IOperator way, EmbeddedSystem? system) => (Operator, _system) = (way, system);

    public IOperator Operator { get; }

    /// <summary>A folder without a store gets a demo store, as it would when served.</summary>
    /// <param name="isInCluster">Then the gateway that runs on the folder is the one way.</param>
    public static async Task<StoreAccess> OpenAsync(DataFolder folder, bool isInCluster, CancellationToken cancellation)
    {
        if (await ServerFile.FindRunningAsync(folder, cancellation) is { } running)
            return new StoreAccess(new ServerOperator(running), null);

        if (isInCluster)
            throw new InvalidOperationException($"{folder} 上没有运行中的网关 · No gateway runs on {folder}; start it, or name its folder with --data.");

        var system = EmbeddedSystem.Open(folder, StoreChoice.ThereOrDemo, urls: []);
        try
        {
            await system.StartAsync(cancellation);
            return new StoreAccess(system.App.Services.GetRequiredService<StoreOperator>(), system);
        }
        catch
        {
            await system.DisposeAsync();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        (Operator as IDisposable)?.Dispose();
        if (_system is not null)
            await _system.DisposeAsync();
    }
}
