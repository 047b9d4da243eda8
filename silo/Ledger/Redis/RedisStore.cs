using System.Globalization;
using StackExchange.Redis;

namespace Supervision.Silo.Ledger;

/// <summary>Writes down once what a store in Redis is, and reads it again.</summary>
internal static class RedisStore
{
    /// <summary>Grows with every change of the layout; a program refuses a store that is newer than itself.</summary>
    public const int Version = 1;

    /// <summary>False when there is a store already.</summary>
    public static async Task<bool> TryWriteAsync(IDatabase redis, RedisKey key, StoreInfo store)
    {
        var transaction = redis.CreateTransaction();
        transaction.AddCondition(Condition.KeyNotExists(key));
        var written = transaction.HashSetAsync(key,
        [
            new("version", Version), new("id", store.Id), new("shards", store.Shards), new("digest", store.Digest),
            new("kind", store.Kind.ToString()), new("made", store.MadeAt.UtcTicks),
        ]);
        if (!await transaction.ExecuteAsync()) return false;

        await written;
        return true;
    }

    public static async Task<StoreInfo?> FindAsync(IDatabase redis, RedisKey key)
    {
        var fields = (await redis.HashGetAllAsync(key)).ToDictionary(entry => entry.Name.ToString(), entry => entry.Value.ToString());
        if (fields.Count == 0) return null;
        if (fields["version"] != Version.ToString(CultureInfo.InvariantCulture))
        {
            throw new InvalidOperationException(
                $"The ledger in Redis has layout {fields["version"]}, this program reads {Version}. Use the program that wrote it.");
        }

        return new StoreInfo(
            fields["id"], int.Parse(fields["shards"], CultureInfo.InvariantCulture), fields["digest"],
            Enum.Parse<StoreKind>(fields["kind"]), RedisAppend.Instant(fields["made"]));
    }
}
