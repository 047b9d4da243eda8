using Supervision.Language;

namespace Supervision.Imports;

/// <summary>What may be done with an import. Pure.</summary>
public static class ImportRules
{
    /// <summary>Rows of one fact, and of one step of carrying out: small enough for other work to pass between two of them.</summary>
    public const int ChunkRows = 100;

    /// <summary>After so many days a dry run says too little: due dates may have passed.</summary>
    public const int DryRunDaysMax = 7;

    public static bool MayView(Caller caller) => caller.IsAny(Role.OfficeClerk, Role.OfficeDirector, Role.Auditor, Role.Follower);

    public static bool MayImport(Caller caller) => caller.IsAny(Role.OfficeClerk, Role.OfficeDirector);

    public static Decision Decide(Import import, ImportId id, Caller caller, ImportCommand command, DateOnly today)
    {
        if (!(command is NoteRows ? caller.Is(Role.Follower) : MayImport(caller)))
            return Decision.Refuse(ImportRefusals.NotAllowed, RoleLabels.Of(caller));
        if (command is OpenImport open)
            return Open(import, id, open, today);
        if (import.Opened is null)
            return Decision.Refuse(ImportRefusals.NotFound, id);

        return command switch
        {
            TakeRows c => Take(import, c),
            StartImport c => Start(import, c, today),
            CancelImport => Cancel(import),
            NoteRows c => Note(import, c),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }

    private static Decision Open(Import import, ImportId id, OpenImport command, DateOnly today) =>
        import.Opened is { } there
            ? there.Sha256 == command.Sha256 && there.Kind == command.Kind && there.Plan == command.Plan && there.Source == command.Source
                ? Decision.Nothing
                : Decision.Refuse(CommonRefusals.KeyReused)
            : new ImportOpened(
                id, command.Kind, command.Plan, command.PlanVersion, command.Source, command.File, command.Sha256,
                command.Columns, command.Rows, today);

    // Chunks that are here already were sent again after an upload broke off.
    private static Decision Take(Import import, TakeRows command)
    {
        var expected = Math.Min(ChunkRows, import.Opened!.Rows - import.Taken);
        return command.Chunk < import.Work.Count ? Decision.Nothing
            : import.Phase is not ImportPhase.Taking || command.Chunk > import.Work.Count || command.Rows.Count != expected
                ? Decision.Refuse(ImportRefusals.RowsUnexpected, import.Taken, import.Opened.Rows)
            : new ImportRowsTaken(command.Chunk, command.Rows);
    }

    private static Decision Start(Import import, StartImport command, DateOnly today) => import.Phase switch
    {
        ImportPhase.Taking => Decision.Refuse(ImportRefusals.NotWhole, import.Taken, import.Opened!.Rows),
        ImportPhase.Cancelled => Decision.Refuse(ImportRefusals.Cancelled),
        ImportPhase.Running or ImportPhase.Finished => Decision.Nothing,
        _ when today.DayNumber - import.Opened!.On.DayNumber > DryRunDaysMax =>
            Decision.Refuse(ImportRefusals.Outdated, import.Opened.On, DryRunDaysMax),
        _ when command.PlanVersion != import.Opened.PlanVersion => Decision.Refuse(ImportRefusals.PlanMoved, import.Opened.Plan!),
        _ => import.WorkFrom(0) is { } first
            ? new ImportStarted(first)
            : Decision.Record(new ImportStarted(null), new ImportFinished(0, 0)),
    };

    private static Decision Cancel(Import import) => import.Phase switch
    {
        ImportPhase.Finished => Decision.Refuse(ImportRefusals.Finished, import.Done),
        ImportPhase.Cancelled => Decision.Nothing,
        _ => new ImportCancelled(),
    };

    // What was on its way when somebody cancelled has been done, and is noted; nothing more is sent.
    private static Decision Note(Import import, NoteRows command)
    {
        if (import.Next != command.Chunk)
            return Decision.Nothing;

        var next = import.Phase is ImportPhase.Running ? import.WorkFrom(command.Chunk + 1) : null;
        var settled = new ImportRowsSettled(command.Chunk, command.Rows, next);
        if (next is not null || import.Phase is not ImportPhase.Running)
            return settled;

        var after = import.Evolve(settled);
        return Decision.Record(settled, new ImportFinished(after.Done, after.Failed));
    }
}
