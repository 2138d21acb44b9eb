using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text;
using HelpDesk.Orchestrations.Domain.Tickets;
using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Foundation.Records;
using HelpDesk.Orchestrations.Ledger.Cases.Finding;

namespace HelpDesk.Orchestrations.Ledger.Cases;

/// <summary>
/// Keeps the case records, and beside them two lists that pages read instead of all: the places of all cases by time, added before the
/// record, so that a stop between the two loses none; and the board, written after it. What cases are found by (<see cref="CaseSearch"/>) is written
/// after the record too.
/// </summary>
public sealed class CaseStore(IRecordStore store, TimeProvider time)
{
    private const string CaughtUpRow = "caught-up-2";

    // An opening now and then counts what has become old, also where no timer runs.
    private const int TallyOneIn = 64;

    private readonly CaseIndex _index = new(store, time);
    private readonly CaseTallies _tallies = new(store, time);

    /// <summary>The cases that are open or changed lately.</summary>
    public CaseOverview Board => new(store);

    /// <summary>Opens the record of a ticket, once.</summary>
    /// <param name="ticket">Which ticket.</param>
    /// <param name="receivedAt">When its webhook was accepted, UTC.</param>
    /// <param name="cancellation">Stops the call.</param>
    public async Task OpenAsync(TicketReference ticket, DateTimeOffset receivedAt, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        var isNew = await AddPlaceAsync(ticket.CaseId, receivedAt, cancellation);
        var record = await store.UpdateAsync<CaseRecord>(
            Tables.Cases, Tenant.Partition(), ticket.CaseId,
            before => before ?? new CaseRecord { CaseId = ticket.CaseId, Ticket = ticket, OpenedAt = receivedAt, UpdatedAt = now, State = CaseState.Working, Doing = "Reading the ticket" },
            cancellation);
        await PutInListsAsync(record, isNew ? receivedAt : record.OpenedAt, cancellation);
    }

    /// <summary>Opens the record of an undo, once: a case of its own, about the same ticket.</summary>
    public async Task OpenUndoAsync(UndoRequest request, CaseRecord origin, CancellationToken cancellation)
    {
        var isNew = await AddPlaceAsync(request.CaseId, request.AskedAt, cancellation);
        var record = await store.UpdateAsync<CaseRecord>(
            Tables.Cases, Tenant.Partition(), request.CaseId,
            before => before ?? new CaseRecord
            {
                CaseId = request.CaseId,
                Ticket = origin.Ticket,
                TicketUrl = origin.TicketUrl,
                OpenedAt = request.AskedAt,
                UpdatedAt = time.GetUtcNow(),
                State = CaseState.Working,
                Path = CasePath.Undo,
                Title = origin.Title,
                RequesterName = request.OperatorName,
                RequesterId = request.OperatorId,
                Intent = origin.Intent,
                RunbookId = origin.RunbookId,
                UndoOf = origin.CaseId,
                Doing = "Planning the undo",
            },
            cancellation);
        await PutInListsAsync(record, isNew ? request.AskedAt : record.OpenedAt, cancellation);
    }

    /// <summary>Opens the record of a step that an operator has done, once: a case of its own, about the same ticket and the same person.</summary>
    public async Task OpenActionAsync(ActionRequest request, CaseRecord origin, CancellationToken cancellation)
    {
        var isNew = await AddPlaceAsync(request.CaseId, request.AskedAt, cancellation);
        var record = await store.UpdateAsync<CaseRecord>(
            Tables.Cases, Tenant.Partition(), request.CaseId,
            before => before ?? new CaseRecord
            {
                CaseId = request.CaseId, Ticket = origin.Ticket, TicketUrl = origin.TicketUrl, OpenedAt = request.AskedAt, UpdatedAt = time.GetUtcNow(), State = CaseState.Working, Path = CasePath.Action,
                Title = origin.Title, RequesterName = origin.RequesterName, RequesterId = origin.RequesterId, OpenedBy = request.OperatorName, Intent = origin.Intent, RunbookId = origin.RunbookId,
                Language = origin.Language, ActionOf = origin.CaseId, Doing = "Planning the step",
            },
            cancellation);
        await PutInListsAsync(record, isNew ? request.AskedAt : record.OpenedAt, cancellation);
    }

    /// <summary>Opens the record of a security case, once: a case of its own, about the same ticket.</summary>
    /// <param name="caseId">Its id.</param>
    /// <param name="origin">The case of which the person said that it was not them.</param>
    /// <param name="subjectId">Whose account it is about.</param>
    /// <param name="subjectName">Their name. Untrusted text.</param>
    /// <param name="cancellation">Stops the call.</param>
    public async Task OpenSecurityAsync(CaseId caseId, CaseRecord origin, PersonId subjectId, string subjectName, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        if (await FindAsync(caseId, cancellation) is null)
            await AddPlaceAsync(caseId, now, cancellation);
        var record = await store.UpdateAsync<CaseRecord>(
            Tables.Cases, Tenant.Partition(), caseId,
            before => before ?? new CaseRecord
            {
                CaseId = caseId, Ticket = origin.Ticket, TicketUrl = origin.TicketUrl, OpenedAt = now, UpdatedAt = now, State = CaseState.Working, Path = CasePath.Person,
                Title = origin.Title, RequesterName = subjectName, RequesterId = subjectId, SecurityOf = origin.CaseId, Doing = "Informing the security team",
            },
            cancellation);
        await Board.WriteAsync(record, cancellation);
    }

    /// <summary>Changes the record of a case.</summary>
    /// <exception cref="InvalidOperationException">The case was never opened.</exception>
    public async Task<CaseRecord> UpdateAsync(CaseId caseId, Func<CaseRecord, CaseRecord> change, CancellationToken cancellation)
    {
        CaseRecord? read = null;
        var record = await store.UpdateAsync<CaseRecord>(
            Tables.Cases, Tenant.Partition(), caseId,
            before =>
            {
                read = before ?? throw new InvalidOperationException($"Case '{caseId}' was never opened.");
                return change(before) is var after && after == before ? before : after with { UpdatedAt = time.GetUtcNow() };
            },
            cancellation);
        // Also when nothing changed: it may be the repetition of a step that was stopped between the two.
        await _index.WriteAsync(record, cancellation);
        if (ReferenceEquals(record, read) || !CaseOverviewLine.Of(record).SaysTheSameAs(CaseOverviewLine.Of(read!)))
            await Board.WriteAsync(record, cancellation);
        return record;
    }

    /// <summary>Changes the state of one step, if the case shows it; a state of null leaves it and changes the note only, <paramref name="doing"/> of null leaves what the case does.</summary>
    public Task<CaseRecord> MarkStepAsync(CaseId caseId, string stepId, CaseStepState? state, string? note, CancellationToken cancellation, string? doing = null) =>
        UpdateAsync(
            caseId,
            // The targets of a bulk run are kept elsewhere: thousands of steps in one record would be in each other's way.
            record => !record.Steps.Any(step => step.Id == stepId) ? record : record with
            {
                Doing = doing ?? record.Doing,
                Steps = [.. record.Steps.Select(step => step.Id == stepId ? step with { State = state ?? step.State, Note = note ?? step.Note } : step)],
            },
            cancellation);

    /// <summary>The record of a case, or null.</summary>
    public async Task<CaseRecord?> FindAsync(CaseId caseId, CancellationToken cancellation) =>
        (await store.ReadAsync<CaseRecord>(Tables.Cases, Tenant.Partition(), caseId, cancellation))?.Value;

    /// <summary>All cases, in the order of their ids. Reads everything there is: for commands and repairs, never for a page.</summary>
    public async IAsyncEnumerable<CaseRecord> ListAsync([EnumeratorCancellation] CancellationToken cancellation)
    {
        await foreach (var record in store.QueryAsync(Tables.Cases, Tenant.Partition(), null, null, cancellation))
            yield return DurableJson.Read<CaseRecord>(record.Json);
    }

    /// <summary>All cases, the newest first; reads as far as it is asked to go on.</summary>
    /// <param name="after">The place (<see cref="ListedCase.Place"/>) behind which it begins; null = the newest.</param>
    /// <param name="cancellation">Stops the reading.</param>
    public async IAsyncEnumerable<ListedCase> NewestAsync(string? after, [EnumeratorCancellation] CancellationToken cancellation)
    {
        await foreach (var row in store.QueryAsync(Tables.Cases, CaseIndex.Places, after, null, cancellation))
        {
            if (row.Row == after)
                continue;
            var caseId = CasePlace.CaseIdOf(row.Row);
            var record = await FindAsync(caseId, cancellation);
            // Two openings at the same moment may have left two places; the one of the record counts.
            if (record is null || CasePlace.Of(record.OpenedAt, caseId) == row.Row)
                yield return new ListedCase(row.Row, caseId, record);
        }
    }

    /// <summary>All cases that the house works on or that wait for people. Corrects lines of the board that say so of others, and what these cases are found by.</summary>
    public async IAsyncEnumerable<CaseRecord> ListOpenAsync([EnumeratorCancellation] CancellationToken cancellation)
    {
        await foreach (var (caseId, line) in Board.ListAsync(cancellation))
        {
            if (!line.IsOpen || await FindAsync(caseId, cancellation) is not { } record)
                continue;
            await _index.WriteAsync(record, cancellation);
            if (!CaseOverviewLine.Of(record).SaysTheSameAs(line))
                await Board.WriteAsync(record, cancellation);
            if (CaseOverviewLine.Of(record).IsOpen)
                yield return record;
        }
    }

    /// <summary>Puts cases into the lists that are older than these, once. A stop in the middle begins anew.</summary>
    /// <exception cref="VendorException">The store cannot be reached.</exception>
    public async Task CatchUpAsync(CancellationToken cancellation)
    {
        var flags = Tenant.Partition("case-lists");
        if (await store.GetAsync(Tables.Flags, flags, CaughtUpRow, cancellation) is not null)
            return;
        var now = time.GetUtcNow();
        await foreach (var record in ListAsync(cancellation))
        {
            await _index.WriteAsync(record, cancellation);
            if (CaseOverviewLine.Of(record).IsOpen || now - record.UpdatedAt < CaseOverview.Stays)
                await Board.WriteAsync(record, cancellation);
        }

        await store.AddAsync(Tables.Flags, new Record(flags, CaughtUpRow, DurableJson.Write(new CaughtUp(now))), cancellation);
    }

    /// <summary>Counts the cases that have become old, so that totals over all of them are quick. May be repeated at any time.</summary>
    /// <exception cref="VendorException">The store cannot be reached.</exception>
    public Task TallyAsync(CancellationToken cancellation) => _tallies.RunAsync(cancellation);

    /// <summary>Writes everything anew that cases are listed and found by: after rows were lost, such as by a partly restored store.</summary>
    /// <returns>How many cases there are, and how many lines were missing or wrong.</returns>
    /// <exception cref="VendorException">The store cannot be reached.</exception>
    public async Task<(int Cases, int Corrected)> RebuildAsync(CancellationToken cancellation)
    {
        var (cases, corrected) = (0, 0);
        await foreach (var record in ListAsync(cancellation))
        {
            cases++;
            corrected += await _index.WriteAsync(record, cancellation, isRebuild: true) ? 1 : 0;
            if (CaseOverviewLine.Of(record).IsOpen)
                await Board.WriteAsync(record, cancellation);
        }

        await _tallies.RunAsync(cancellation);
        await _tallies.RecountAllAsync(cancellation);
        return (cases, corrected);
    }

    private async Task<bool> AddPlaceAsync(CaseId caseId, DateTimeOffset openedAt, CancellationToken cancellation)
    {
        if (await FindAsync(caseId, cancellation) is not null)
            return false;
        await _index.AddPlaceAsync(CasePlace.Of(openedAt, caseId), cancellation);
        return true;
    }

    // Two openings at the same moment may have named two times: the place of the one that the record does not name is nobody's.
    private async Task PutInListsAsync(CaseRecord record, DateTimeOffset placedAt, CancellationToken cancellation)
    {
        if (record.OpenedAt != placedAt)
            await _index.VoidAsync(CasePlace.Of(placedAt, record.CaseId), cancellation);
        await _index.WriteAsync(record, cancellation);
        await Board.WriteAsync(record, cancellation);
        if (SHA256.HashData(Encoding.UTF8.GetBytes(record.CaseId))[0] % TallyOneIn == 0)
            await _tallies.RunAsync(cancellation);
    }
}

/// <summary>That cases older than the lists are in them.</summary>
/// <param name="At">Since when, UTC.</param>
internal sealed record CaughtUp(DateTimeOffset At);

/// <summary>A case in the list of all.</summary>
/// <param name="Place">Its place; a list that is to go on behind it names this.</param>
/// <param name="CaseId">Its id.</param>
/// <param name="Record">The case; null when it is about to be opened, or its record is gone.</param>
public sealed record ListedCase(string Place, CaseId CaseId, CaseRecord? Record);
