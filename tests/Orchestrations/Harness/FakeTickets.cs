using System.Runtime.CompilerServices;
using HelpDesk.Orchestrations.Domain.Tickets;
using HelpDesk.Orchestrations.Foundation;

namespace HelpDesk.Orchestrations.Tests.Harness;

/// <summary>One ticket in a system that keeps writes once per key.</summary>
public sealed class FakeTickets(TimeProvider time) : ITicketSystem
{
    private readonly Dictionary<string, string> _writes = new(StringComparer.Ordinal);

    public string Name => "servicenow";

    public Ticket? Ticket { get; set; }

    public IReadOnlyCollection<string> Comments => [.. _writes.Where(write => write.Key.StartsWith('c')).Select(write => write.Value)];

    public IReadOnlyCollection<string> Notes => [.. _writes.Where(write => write.Key.StartsWith('n')).Select(write => write.Value)];

    public string? Group { get; private set; }

    public bool IsDown { get; set; }

    /// <summary>True while it takes no comment.</summary>
    public bool IsMute { get; set; }

    /// <summary>Mail addresses of who writes comments, by their id in the ticket system.</summary>
    public Dictionary<string, string> Authors { get; } = new(StringComparer.Ordinal);

    public void Write(string title, string text, string requesterMail) =>
        Ticket = new Ticket(
            new TicketReference("servicenow", "9d385017c611228701d22104cc95c371", "INC0010023"), title, text,
            new TicketRequester("u1", requesterMail, null, "As shown"), TicketState.Open, 0, time.GetUtcNow(), time.GetUtcNow(), false, null, null, [])
        {
            Opening = new TicketOpening([new TicketRequester("u1", requesterMail, null, "As shown")], TicketChannel.Portal),
        };

    public void Comment(string text, string author = "u1", string? id = null) =>
        Ticket = Ticket! with { Comments = [.. Ticket.Comments, new TicketComment(id ?? "c", author, true, text, time.GetUtcNow())], Version = Ticket.Version + 1 };

    /// <summary>How often the ticket was read.</summary>
    public int Reads { get; private set; }

    public Task<Ticket?> ReadAsync(string externalId, CancellationToken cancellation) =>
        ++Reads > 0 && IsDown ? throw new VendorException(Name, "503", "The ticket system is down.", isRetryable: true) : Task.FromResult(Ticket);

    public Task<TicketRequester?> FindAuthorAsync(string authorUserId, CancellationToken cancellation) =>
        Task.FromResult(Authors.TryGetValue(authorUserId, out var mail) ? new TicketRequester(authorUserId, mail, null, null) : null);

    public Task CommentAsync(string externalId, string text, string idempotencyKey, CancellationToken cancellation) =>
        IsMute ? throw new VendorException(Name, "503", "The ticket system is down.", isRetryable: true) : Once($"c{idempotencyKey}", text);

    public Task NoteAsync(string externalId, string text, string idempotencyKey, CancellationToken cancellation) => Once($"n{idempotencyKey}", text);

    public Task AssignAsync(string externalId, string group, string idempotencyKey, CancellationToken cancellation)
    {
        Group = group;
        Ticket = Ticket! with { AssignmentGroup = group };
        return Task.CompletedTask;
    }

    /// <summary>What happens elsewhere while the ticket is being resolved.</summary>
    public Func<Task> WhileResolving { get; set; } = static () => Task.CompletedTask;

    public Task ResolveAsync(string externalId, string notes, string idempotencyKey, CancellationToken cancellation)
    {
        Ticket = Ticket! with { State = TicketState.Resolved, Version = Ticket.Version + 1 };
        return WhileResolving();
    }

    /// <summary>True when it lets nobody open a resolved ticket again.</summary>
    public bool StaysResolved { get; set; }

    public Task ReopenAsync(string externalId, string idempotencyKey, CancellationToken cancellation)
    {
        if (StaysResolved)
            throw new VendorException(Name, "403", "Resolved tickets cannot be opened again.", isRetryable: false);
        Ticket = Ticket! with { State = TicketState.Open, Version = Ticket.Version + 1 };
        return Task.CompletedTask;
    }

    /// <summary>What was opened, by key.</summary>
    public Dictionary<string, TicketDraft> Opened { get; } = new(StringComparer.Ordinal);

    /// <summary>Thrown by opening.</summary>
    public VendorException? OpeningError { get; set; }

    public Task<TicketReference> OpenAsync(TicketDraft draft, string idempotencyKey, CancellationToken cancellation)
    {
        if (OpeningError is { } fault)
            throw fault;
        if (IsDown)
            throw new VendorException(Name, "503", "The ticket system is down.", isRetryable: true);
        if (!Opened.TryAdd(idempotencyKey, draft))
            return Task.FromResult(Ticket!.Reference);
        var requester = draft.Address is { } address ? new TicketRequester("u1", address, draft.UserName, "As shown") : null;
        Ticket = new Ticket(
            new TicketReference("servicenow", $"9d385017c611228701d22104cc95c3{Opened.Count:D2}", $"INC00100{Opened.Count:D2}"), draft.Title, draft.Text, requester, TicketState.Open, 0,
            time.GetUtcNow(), time.GetUtcNow(), OpenedByUs: true, null, null, [])
        {
            OpeningKey = idempotencyKey,
            Opening = new TicketOpening([new TicketRequester("us", null, "helpdesk.integration", "HelpDesk")], TicketChannel.Program),
        };
        return Task.FromResult(Ticket.Reference);
    }

    public async IAsyncEnumerable<TicketReference> ListCreatedSinceAsync(DateTimeOffset since, [EnumeratorCancellation] CancellationToken cancellation)
    {
        await Task.CompletedTask;
        if (Ticket is { } ticket)
            yield return ticket.Reference;
    }

    private Task Once(string key, string text)
    {
        _writes.TryAdd(key, text);
        return Task.CompletedTask;
    }
}
