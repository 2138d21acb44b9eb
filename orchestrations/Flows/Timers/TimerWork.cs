namespace HelpDesk.Orchestrations.Flows.Timers;

/// <summary>What timers do, on any host. Each may be repeated: nothing is marked as done before it is. Results are ids and counts only.</summary>
public sealed class TimerWork(LostTickets tickets, OutsideReading outside, CaseWatch cases, DeadLetterReview deadLetters, AuditProtection audit, OldHistories histories)
{
    /// <summary>Starts tickets that were received and never started, and tickets whose webhook was lost.</summary>
    public Task<string> ReconcileAsync(CancellationToken cancellation) => tickets.RunAsync(cancellation);

    /// <summary>Wakes cases whose approval or secret hand-over was decided or has expired, and whose event was lost.</summary>
    public Task<string> ExpireAsync(CancellationToken cancellation) => cases.WakeAsync(cancellation);

    /// <summary>Reports cases without progress, and the age of dead letters and checkpoints as gauges too.</summary>
    public Task<string> WatchAsync(CancellationToken cancellation) => cases.WatchAsync(cancellation);

    /// <summary>Finishes interrupted decisions on dead letters, then reports the age of the oldest that is open.</summary>
    public Task<string> DeadLettersAsync(CancellationToken cancellation) => deadLetters.RunAsync(cancellation);

    /// <summary>Signs a checkpoint over all audit chains, when anything was appended; then copies all that the archive lacks.</summary>
    public Task<string> CheckpointAsync(CancellationToken cancellation) => audit.RunAsync(cancellation);

    /// <summary>Fetches what people wrote on channels that do not send, and starts what was kept and never started.</summary>
    public Task<string> FetchChannelsAsync(CancellationToken cancellation) => outside.FetchChannelsAsync(cancellation);

    /// <summary>Reads what changed in every knowledge source, and drafts what solved tickets teach.</summary>
    public Task<string> ReadKnowledgeAsync(CancellationToken cancellation) => outside.ReadKnowledgeAsync(cancellation);

    /// <summary>Reads back what became of open remote sessions.</summary>
    public Task<string> RemoteSessionsAsync(CancellationToken cancellation) => cases.RemoteSessionsAsync(cancellation);

    /// <summary>Deletes histories past retention. Records and audit stay.</summary>
    public Task<string> PurgeAsync(CancellationToken cancellation) => histories.PurgeAsync(cancellation);
}
