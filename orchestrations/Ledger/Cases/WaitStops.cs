using HelpDesk.Orchestrations.Foundation;

namespace HelpDesk.Orchestrations.Ledger.Cases;

/// <summary>What ends a wait of a case, whatever is waited for: a person who was asked for, or what became of its ticket, which is read again.</summary>
public sealed class WaitStops(PersonRequests people, TicketStops stops, ITicketStanding ticket)
{
    /// <summary>Reads both.</summary>
    /// <param name="caseId">The case.</param>
    /// <param name="readsTicket">True to read the ticket itself, at most once; false for what is recorded only, when it was read a moment ago.</param>
    /// <param name="cancellation">Stops the call.</param>
    public async Task<WaitStop> ReadAsync(CaseId caseId, bool readsTicket, CancellationToken cancellation)
    {
        var stop = await stops.FindAsync(caseId, cancellation);
        if (readsTicket && stop is null or { Kind: TicketStopKind.Solved })
            stop = await ReadTicketAsync(caseId, cancellation) ?? stop;
        return new WaitStop(await people.FindAsync(caseId, cancellation) is not null, stop);
    }

    private async Task<TicketStop?> ReadTicketAsync(CaseId caseId, CancellationToken cancellation)
    {
        try
        {
            return await ticket.ReadAsync(caseId, cancellation);
        }
        catch (VendorException)
        {
            // Waiting changes nothing: the next look reads it again, and nothing is done before the guard of a step could.
            return null;
        }
    }
}

/// <summary>What ends a wait.</summary>
/// <param name="PersonWanted">True when a person was asked for.</param>
/// <param name="Stop">What became of the ticket; null when it may go on.</param>
public sealed record WaitStop(bool PersonWanted, TicketStop? Stop);
