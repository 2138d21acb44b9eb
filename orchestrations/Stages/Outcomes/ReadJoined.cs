using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Foundation.Durable;
using HelpDesk.Orchestrations.Ledger.Cases;

namespace HelpDesk.Orchestrations.Stages.Outcomes;

/// <summary>Reads, once, how the case ended that another ticket of the same person joined.</summary>
public sealed class ReadJoined(CaseStore caseStore, CaseSignal signal, WaitStops waits) : Activity<ReadJoined.Input, ReadJoined.Result>
{
    /// <summary>How workflows call it.</summary>
    public static readonly ActivityReference<Input, Result> Reference = Named<ReadJoined>("read-joined");

    /// <inheritdoc />
    public override async Task<Result> RunAsync(ActivityContext context, Input input)
    {
        var cancellation = context.Cancellation;
        await signal.RegisterWaitAsync(input.CaseId, input.NextEvent, cancellation);
        var (wanted, stop) = await waits.ReadAsync(input.CaseId, input.ReadsTicket, cancellation);
        var other = await caseStore.FindAsync(input.OtherCaseId, cancellation);
        if (other is not null && CaseOverviewLine.Of(other).IsOpen)
            return new Result(false, CaseState.Working, CasePath.Undecided, null, wanted) { Stop = stop?.Why };

        await caseStore.UpdateAsync(input.CaseId, record => record.State == CaseState.Joined ? record with { State = CaseState.Working, WaitingFor = null, Doing = "Continuing" } : record, cancellation);
        // A reopened case is no solution for the other ticket either.
        var isSolved = other is { State: CaseState.Resolved, ReopenedAt: null };
        return new Result(
            true, isSolved ? CaseState.Resolved : CaseState.Escalated, other?.Path ?? CasePath.Person,
            $"It was handled together with {other?.Ticket.Number ?? input.OtherCaseId}, which was not resolved: {other?.Reason ?? "a person has it."}", wanted)
        { Stop = stop?.Why };
    }

    /// <summary>What <see cref="ReadJoined"/> takes.</summary>
    /// <param name="CaseId">The case that waits.</param>
    /// <param name="OtherCaseId">The case that it joined.</param>
    /// <param name="NextEvent">Name of the event for which the workflow waits next.</param>
    public sealed record Input(CaseId CaseId, CaseId OtherCaseId, string NextEvent)
    {
        /// <summary>True to read the ticket that waits again, after a wait. Default false: it was read when the case began.</summary>
        public bool ReadsTicket { get; init; }
    }

    /// <summary>What <see cref="ReadJoined"/> gives.</summary>
    /// <param name="IsOver">True when the other case is closed or with a person.</param>
    /// <param name="State">How it ended: resolved or escalated.</param>
    /// <param name="Path">Which way it took.</param>
    /// <param name="Why">Why it was not resolved, for the person who takes over; null while it is open.</param>
    /// <param name="PersonWanted">True when a person was asked for on the ticket that waits.</param>
    public sealed record Result(bool IsOver, CaseState State, CasePath Path, string? Why, bool PersonWanted)
    {
        /// <summary>What became of the ticket that waits, so that it waits no longer; null when it may go on.</summary>
        public string? Stop { get; init; }
    }
}
