namespace Supervision.Api.Operations;

/// <summary>The way to a store: through the server that holds its folder, or by opening it here for the time of one command.</summary>
internal sealed class StoreAccess : IAsyncDisposable
{
    private readonly EmbeddedSystem? _system;

    private StoreAccess(IOperator way, EmbeddedSystem? system) => (Operator, _system) = (way, system);

    public IOperator Operator { get; }

    /// <param name="createsStore">Whether a folder without a store gets a demo store, as it would when served.</param>
    public static async Task<StoreAccess> OpenAsync(DataFolder folder, bool createsStore, CancellationToken cancellation)
    {
        if (await ServerFile.FindRunningAsync(folder, cancellation) is { } running)
            return new StoreAccess(new ServerOperator(running), null);

        var system = await EmbeddedSystem.OpenAsync(
            folder, createsStore ? StoreChoice.ThereOrDemo : StoreChoice.There, urls: [], cancellation);
        try
        {
            await system.App.StartAsync(cancellation);
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
        if (_system is null)
            return;

        await _system.App.StopAsync();
        await _system.DisposeAsync();
    }
}
