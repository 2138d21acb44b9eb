using System.Runtime.CompilerServices;
using HelpDesk.Orchestrations.Domain.Tickets;
using HelpDesk.Orchestrations.Foundation;

namespace HelpDesk.Orchestrations.Tests.Intake;

/// <summary>A ticket system that only lists.</summary>
public sealed class ListedTickets(string name) : ITicketSystem
{
    public string Name => name;

    public List<(TicketReference Ticket, DateTimeOffset CreatedAt)> Tickets { get; } = [];

    public List<DateTimeOffset> AskedSince { get; } = [];

    public bool IsDown { get; set; }

    public async IAsyncEnumerable<TicketReference> ListCreatedSinceAsync(DateTimeOffset since, [EnumeratorCancellation] CancellationToken cancellation)
    {
        AskedSince.Add(since);
        foreach (var (ticket, _) in Tickets.Where(ticket => ticket.CreatedAt >= since))
            yield return ticket;
        if (IsDown)
            throw new VendorException(name, "503", $"{name} is down.", isRetryable: true);
        await Task.CompletedTask;
    }

    public Task<Ticket?> ReadAsync(string externalId, CancellationToken cancellation) => throw new NotSupportedException();

    public Task<TicketRequester?> FindAuthorAsync(string authorUserId, CancellationToken cancellation) => throw new NotSupportedException();

    public Task CommentAsync(string externalId, string text, string idempotencyKey, CancellationToken cancellation) => throw new NotSupportedException();

    public Task NoteAsync(string externalId, string text, string idempotencyKey, CancellationToken cancellation) => throw new NotSupportedException();

    public Task AssignAsync(string externalId, string group, string idempotencyKey, CancellationToken cancellation) => throw new NotSupportedException();

    public Task ResolveAsync(string externalId, string notes, string idempotencyKey, CancellationToken cancellation) => throw new NotSupportedException();
}
