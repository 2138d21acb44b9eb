using HelpDesk.Orchestrations.Ledger.Steps;

namespace HelpDesk.Orchestrations.Stages.Execution;

/// <summary>What became of a step, small enough for a history.</summary>
/// <param name="StepId">The step's id.</param>
/// <param name="Outcome">What became of it.</param>
/// <param name="Note">One sentence; no secret.</param>
/// <param name="Key">The idempotency key of its execution.</param>
/// <param name="StartedAt">When its first attempt started, UTC.</param>
/// <param name="VerifyFor">How long its effect may take to show.</param>
/// <param name="VerifyEvery">Longest pause between two read-backs.</param>
/// <param name="UndoOnFailure">True when it is undone if a later step fails.</param>
/// <param name="ExpiresAfter">When it is undone by itself, counted from now; null = never.</param>
/// <param name="MultiAdminApproval">Code of the request that waits for the target system's second administrator; null when none was asked.</param>
public sealed record StepReport(
    string StepId,
    StepOutcome Outcome,
    string Note,
    string Key,
    DateTimeOffset StartedAt,
    TimeSpan VerifyFor,
    TimeSpan VerifyEvery,
    bool UndoOnFailure,
    TimeSpan? ExpiresAfter,
    string? MultiAdminApproval = null);
