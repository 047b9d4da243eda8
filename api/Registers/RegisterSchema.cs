using Supervision.Language;
using Supervision.RollUps;
using Supervision.Tasks;

namespace Supervision.Api.Registers;

/// <summary>The tables of the registers. Days are day numbers, instants are Unix milliseconds.</summary>
internal static class RegisterSchema
{
    /// <summary>Raise with every change of a table or of what is written into it.</summary>
    private static readonly int Version = 13;

    /// <summary>
    /// What made the rows: these tables, and the domain as it was compiled, because rows are what its states and rules
    /// say. A register of another shape is dropped and read anew from the feeds.
    /// </summary>
    public static string Shape { get; } =
        $"{Version}/{LightRules.Version}/{RollUpRules.Version}/{typeof(Fact).Module.ModuleVersionId:N}";

    // Sort keys of tasks that have no due date, and of closed ones: after every day number there is.
    public const long UrgencyWithoutDueOn = 5_000_000;
    public const long UrgencyClosed = 10_000_000;

    public const string Tables = """
        CREATE TABLE meta (shape TEXT NOT NULL, store TEXT NOT NULL);
        CREATE TABLE positions (shard INTEGER PRIMARY KEY, position INTEGER NOT NULL);
        CREATE TABLE skipped (kind TEXT PRIMARY KEY, times INTEGER NOT NULL) WITHOUT ROWID;
        CREATE TABLE set_aside (stream TEXT PRIMARY KEY, error TEXT NOT NULL) WITHOUT ROWID;

        CREATE TABLE task_states (id INTEGER PRIMARY KEY, task TEXT NOT NULL UNIQUE, state BLOB NOT NULL);

        CREATE TABLE tasks (
            id INTEGER PRIMARY KEY, task TEXT NOT NULL UNIQUE, title TEXT NOT NULL, stage INTEGER NOT NULL,
            lead TEXT, responsible TEXT NOT NULL, cooperating TEXT NOT NULL,
            starts_on INTEGER, due_on INTEGER, requested_due_on INTEGER, clock_stopped_on INTEGER,
            percent INTEGER NOT NULL, planned_percent INTEGER NOT NULL, missed_period TEXT,
            returned INTEGER NOT NULL, expedited INTEGER NOT NULL, escalated INTEGER NOT NULL, proposed INTEGER NOT NULL,
            plan TEXT, plan_path TEXT, changed_at INTEGER NOT NULL, version INTEGER NOT NULL, urgency INTEGER NOT NULL,
            light INTEGER NOT NULL, light_early INTEGER NOT NULL, soon_from INTEGER, light_soon INTEGER NOT NULL,
            light_overdue INTEGER NOT NULL, number TEXT, handler TEXT);
        CREATE INDEX tasks_by_urgency ON tasks (urgency, task);
        CREATE INDEX tasks_by_change ON tasks (changed_at DESC, task);
        CREATE INDEX tasks_by_lead ON tasks (lead, urgency, task);
        CREATE INDEX tasks_by_stage ON tasks (stage, urgency, task);
        CREATE INDEX tasks_by_light ON tasks (light, urgency, task);
        CREATE INDEX tasks_by_plan ON tasks (plan, urgency, task) WHERE plan IS NOT NULL;
        CREATE INDEX tasks_by_due_on ON tasks (due_on) WHERE due_on IS NOT NULL;
        CREATE INDEX tasks_by_soon_from ON tasks (soon_from) WHERE soon_from IS NOT NULL;

        CREATE TABLE light_day (day INTEGER NOT NULL);
        CREATE TABLE task_agencies (
            agency TEXT NOT NULL, urgency INTEGER NOT NULL, task TEXT NOT NULL, id INTEGER NOT NULL,
            PRIMARY KEY (agency, urgency, task)) WITHOUT ROWID;
        CREATE UNIQUE INDEX task_agencies_by_task ON task_agencies (id, agency);
        CREATE TRIGGER task_urgency AFTER UPDATE OF urgency ON tasks WHEN new.urgency <> old.urgency BEGIN
            UPDATE task_agencies SET urgency = new.urgency WHERE id = new.id;
        END;

        CREATE TABLE task_sums (
            agency TEXT NOT NULL, stage INTEGER NOT NULL, light INTEGER NOT NULL, lead TEXT NOT NULL, tasks INTEGER NOT NULL,
            PRIMARY KEY (agency, stage, light, lead)) WITHOUT ROWID;
        CREATE TRIGGER tasks_added AFTER INSERT ON tasks BEGIN
            INSERT INTO task_sums VALUES ('', new.stage, new.light, coalesce(new.lead, ''), 1) ON CONFLICT DO UPDATE SET tasks = tasks + 1;
        END;
        CREATE TRIGGER tasks_moved AFTER UPDATE OF stage, light, lead ON tasks
            WHEN new.stage <> old.stage OR new.light <> old.light OR new.lead IS NOT old.lead BEGIN
            UPDATE task_sums SET tasks = tasks - 1 WHERE stage = old.stage AND light = old.light AND lead = coalesce(old.lead, '')
                AND agency IN (SELECT '' UNION ALL SELECT agency FROM task_agencies WHERE id = new.id);
            INSERT INTO task_sums SELECT o.agency, new.stage, new.light, coalesce(new.lead, ''), 1
                FROM (SELECT '' AS agency UNION ALL SELECT agency FROM task_agencies WHERE id = new.id) o WHERE 1
                ON CONFLICT DO UPDATE SET tasks = tasks + 1;
        END;
        CREATE TRIGGER task_agencies_added AFTER INSERT ON task_agencies BEGIN
            INSERT INTO task_sums SELECT new.agency, stage, light, coalesce(lead, ''), 1 FROM tasks WHERE id = new.id
                ON CONFLICT DO UPDATE SET tasks = tasks + 1;
        END;
        CREATE TRIGGER task_agencies_gone AFTER DELETE ON task_agencies BEGIN
            UPDATE task_sums SET tasks = tasks - 1 WHERE agency = old.agency AND (stage, light, lead) =
                (SELECT stage, light, coalesce(lead, '') FROM tasks WHERE id = old.id);
        END;

        CREATE TABLE waits (
            id INTEGER NOT NULL, wait TEXT NOT NULL, kind TEXT NOT NULL, role TEXT NOT NULL, name TEXT NOT NULL,
            barred TEXT NOT NULL, barred_agencies TEXT NOT NULL, asks_head INTEGER NOT NULL, limit_at INTEGER, urgency INTEGER NOT NULL, key TEXT NOT NULL, PRIMARY KEY (id, wait)) WITHOUT ROWID;
        CREATE INDEX waits_by_urgency ON waits (urgency, key);
        CREATE INDEX waits_by_kind ON waits (kind, urgency, key);
        CREATE TABLE other_waits (
            stream TEXT NOT NULL, instance TEXT NOT NULL, actor TEXT NOT NULL, id TEXT NOT NULL, outcomes TEXT NOT NULL, wait TEXT NOT NULL,
            kind TEXT NOT NULL, role TEXT NOT NULL, name TEXT NOT NULL, barred TEXT NOT NULL, barred_agencies TEXT NOT NULL,
            limit_at INTEGER, urgency INTEGER NOT NULL, key TEXT NOT NULL, PRIMARY KEY (stream, instance, wait)) WITHOUT ROWID;
        CREATE INDEX other_waits_by_urgency ON other_waits (urgency, key);

        CREATE VIRTUAL TABLE task_text USING fts5(
            pairs, letters, content='', tokenize="unicode61 remove_diacritics 0");

        CREATE TABLE silent (
            agency TEXT NOT NULL, task TEXT NOT NULL, period TEXT NOT NULL, since INTEGER NOT NULL,
            PRIMARY KEY (agency, task)) WITHOUT ROWID;
        CREATE TABLE agencies (
            agency TEXT PRIMARY KEY, escalations INTEGER NOT NULL, proposals INTEGER NOT NULL, escalated_to TEXT)
            WITHOUT ROWID;

        CREATE TABLE measures (
            key TEXT PRIMARY KEY, stream TEXT NOT NULL, seq INTEGER NOT NULL, task TEXT, agency TEXT, tasks TEXT NOT NULL,
            about TEXT NOT NULL, what TEXT NOT NULL, proposed_at INTEGER NOT NULL) WITHOUT ROWID;
        CREATE INDEX measures_by_time ON measures (proposed_at DESC, key);

        CREATE TABLE processes (
            key TEXT PRIMARY KEY, stream TEXT NOT NULL, actor TEXT NOT NULL, id TEXT NOT NULL, instance TEXT NOT NULL,
            definition TEXT NOT NULL, hash TEXT NOT NULL) WITHOUT ROWID;
        CREATE INDEX processes_by_definition ON processes (definition, key);
        CREATE TABLE incidents (
            process TEXT NOT NULL, run INTEGER NOT NULL, key TEXT NOT NULL, activity TEXT NOT NULL, node TEXT NOT NULL,
            name TEXT NOT NULL, message TEXT NOT NULL, at INTEGER NOT NULL, PRIMARY KEY (process, run)) WITHOUT ROWID;
        CREATE INDEX incidents_by_time ON incidents (at DESC, key);

        CREATE TABLE plans (
            plan TEXT PRIMARY KEY, state BLOB NOT NULL, title TEXT NOT NULL, parent_task TEXT, parent_plan TEXT, agency TEXT,
            changed_at INTEGER NOT NULL, version INTEGER NOT NULL) WITHOUT ROWID;
        CREATE INDEX plans_by_parent ON plans (parent_plan, plan) WHERE parent_plan IS NOT NULL;
        CREATE TABLE plan_items (
            plan TEXT NOT NULL, path TEXT NOT NULL, number INTEGER NOT NULL, task TEXT NOT NULL, item BLOB NOT NULL,
            settled INTEGER NOT NULL, issued INTEGER NOT NULL, active INTEGER NOT NULL, PRIMARY KEY (plan, path)) WITHOUT ROWID;

        CREATE TABLE schemes (
            code TEXT PRIMARY KEY, name TEXT NOT NULL, in_force_name TEXT, in_force INTEGER, hash TEXT, reopened INTEGER NOT NULL,
            changed_at INTEGER NOT NULL) WITHOUT ROWID;

        CREATE TABLE roll_up (
            node TEXT PRIMARY KEY, is_task INTEGER NOT NULL, id TEXT NOT NULL, parent TEXT, weight INTEGER, counts INTEGER, lit INTEGER,
            placed_by INTEGER NOT NULL, standing INTEGER NOT NULL, stand_by INTEGER NOT NULL, own INTEGER NOT NULL,
            weights INTEGER NOT NULL, sum TEXT NOT NULL, given_to TEXT, given_weight INTEGER, given TEXT, lit_to TEXT,
            reached INTEGER NOT NULL DEFAULT 0, recorded INTEGER NOT NULL DEFAULT 0,
            mirrors TEXT, image TEXT, is_mirrored INTEGER NOT NULL DEFAULT 0) WITHOUT ROWID;
        CREATE INDEX roll_up_by_parent ON roll_up (parent, length(node), node) WHERE parent IS NOT NULL;
        CREATE INDEX roll_up_by_mirrors ON roll_up (mirrors) WHERE mirrors IS NOT NULL;
        CREATE INDEX roll_up_to_record ON roll_up (node) WHERE reached > recorded;
        CREATE TABLE roll_up_lights (
            node TEXT NOT NULL, day INTEGER NOT NULL, light INTEGER NOT NULL, tasks INTEGER NOT NULL,
            PRIMARY KEY (node, day, light)) WITHOUT ROWID;

        CREATE TABLE mentions (
            plan TEXT NOT NULL, path TEXT NOT NULL, agency TEXT NOT NULL, named_as INTEGER NOT NULL, quote TEXT NOT NULL,
            line INTEGER NOT NULL);
        CREATE INDEX mentions_by_plan ON mentions (plan, path);
        CREATE TABLE holes (
            plan TEXT NOT NULL, kind INTEGER NOT NULL, key TEXT NOT NULL, path TEXT NOT NULL, task TEXT, agency TEXT,
            title TEXT NOT NULL, words TEXT NOT NULL, quote TEXT, line INTEGER, opened INTEGER NOT NULL, closed INTEGER,
            PRIMARY KEY (plan, kind, key, opened)) WITHOUT ROWID;
        CREATE TABLE hole_ends (key TEXT PRIMARY KEY, at INTEGER NOT NULL) WITHOUT ROWID;
        CREATE TABLE item_outs (
            plan TEXT NOT NULL, path TEXT NOT NULL, since INTEGER NOT NULL, until INTEGER, PRIMARY KEY (plan, path, since)) WITHOUT ROWID;
        """;
}
