namespace Supervision.Api.Notices;

/// <summary>The tables of notices, in the file of the registers and made again with it. Instants are Unix milliseconds.</summary>
internal static class NoticeSchema
{
    public const string Tables = """

        CREATE TABLE notices (
            row INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, shard INTEGER NOT NULL, position INTEGER NOT NULL, kind TEXT NOT NULL,
            stream TEXT NOT NULL, title TEXT NOT NULL, chinese TEXT NOT NULL, english TEXT NOT NULL, rung INTEGER NOT NULL,
            at INTEGER NOT NULL, author TEXT NOT NULL, merge_key TEXT NOT NULL, times INTEGER NOT NULL);
        CREATE INDEX notices_by_merge ON notices (merge_key, row);
        CREATE INDEX notices_by_position ON notices (shard, position);
        CREATE TABLE notice_to (address TEXT NOT NULL, notice INTEGER NOT NULL, weight INTEGER NOT NULL, PRIMARY KEY (address, notice))
            WITHOUT ROWID;
        CREATE INDEX notice_to_by_notice ON notice_to (notice);

        CREATE TABLE notice_subjects (stream TEXT PRIMARY KEY, title TEXT NOT NULL, agency TEXT) WITHOUT ROWID;
        CREATE TABLE notice_accounts (account TEXT PRIMARY KEY, agency TEXT NOT NULL, version INTEGER NOT NULL, closed INTEGER NOT NULL)
            WITHOUT ROWID;
        CREATE TABLE notice_posts (account TEXT NOT NULL, address TEXT NOT NULL, since INTEGER NOT NULL, PRIMARY KEY (account, address))
            WITHOUT ROWID;
        """;
}
