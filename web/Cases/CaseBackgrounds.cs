using HelpDesk.Orchestrations.Ledger.Cases;
using HelpDesk.Orchestrations.Ledger.Knowledge;
using HelpDesk.Orchestrations.Ledger.Questions;
using HelpDesk.Orchestrations.Stages.Outcomes.Assist;
using HelpDesk.Web.Knowledge;
using HelpDesk.Web.Viewers;

namespace HelpDesk.Web.Cases;

/// <summary>Reads what the page of a case shows beside the case itself: what happened, the ticket's words, the conversation, and the help for the technician.</summary>
public sealed class CaseBackgrounds(CaseTimelines timelines, CaseAssists assists, Conversations conversations, CaseContext contexts, CaseActions actions, GraphView graph)
{
    /// <summary>Reads it.</summary>
    /// <param name="record">The case.</param>
    /// <param name="viewer">Who looks: operators read the names and addresses that were redacted, and are offered steps. Secrets are not kept at all.</param>
    /// <param name="checksNow">True to read account, sign-ins, changes and devices now.</param>
    /// <param name="cancellation">Stops the reading.</param>
    public async Task<CaseBackground> OfAsync(CaseRecord record, Viewer viewer, bool checksNow, CancellationToken cancellation)
    {
        var background = new CaseBackground(await timelines.OfAsync(record.CaseId, cancellation), await conversations.OfAsync(record.CaseId, cancellation))
        {
            PersonPage = record.RequesterId is { } person ? graph.PortalOf(person) : null,
            Connected = await graph.OfAsync(GraphNodeKind.Ticket, record.CaseId, viewer, cancellation),
            Actions = await actions.OfAsync(record, viewer.IsOperator ? viewer.Person : null, cancellation),
        };
        try
        {
            var ticket = record.Snapshot is { } reference ? await contexts.GetAsync<TicketSnapshot>(reference, cancellation) : null;
            var assist = await assists.FindAsync(record, cancellation);
            return background with
            {
                Words = ticket is null ? null : viewer.IsOperator ? Unredacted(ticket) : ticket.Text,
                Assist = assist,
                CheckedNow = checksNow ? await assists.CheckNowAsync(record, cancellation) : null,
                Devices = [.. (assist?.Devices ?? []).Select(device => (device.Name, graph.PortalOf(device.Id)))],
            };
        }
        catch (StoredValueChangedException changed)
        {
            return background with { Damage = changed.Message };
        }
    }

    private static string Unredacted(TicketSnapshot ticket) =>
        ticket.Placeholders.Aggregate(ticket.Text, static (text, placeholder) => text.Replace(placeholder.Key, placeholder.Value, StringComparison.Ordinal));
}

/// <summary>What the page of a case shows beside the case.</summary>
/// <param name="Timeline">What happened in it.</param>
/// <param name="Said">What was said to and by the requester, oldest first.</param>
public sealed record CaseBackground(CaseTimeline Timeline, IReadOnlyList<Saying> Said)
{
    /// <summary>What operators can have done, and had done.</summary>
    public CaseActionsView Actions { get; init; } = new([], [], null, false);

    /// <summary>With what the ticket belongs together.</summary>
    public IReadOnlyList<GraphLine> Connected { get; init; } = [];

    /// <summary>The ticket's text; null when none is kept. Untrusted text.</summary>
    public string? Words { get; init; }

    /// <summary>The help for the technician; null when there is none.</summary>
    public CaseAssist? Assist { get; init; }

    /// <summary>What is so now; null when nobody asked.</summary>
    public IReadOnlyList<string>? CheckedNow { get; init; }

    /// <summary>The requester's page in the directory's portal; null when there is none.</summary>
    public Uri? PersonPage { get; init; }

    /// <summary>The requester's devices with their pages.</summary>
    public IReadOnlyList<(string Name, Uri? Page)> Devices { get; init; } = [];

    /// <summary>What was changed in the store, and is not shown therefore; null when all is as it was written.</summary>
    public string? Damage { get; init; }
}
