using HelpDesk.Orchestrations.Domain.Policy;
using HelpDesk.Orchestrations.Domain.Tickets;
using HelpDesk.Orchestrations.Ledger.Cases;
using HelpDesk.Orchestrations.Ledger.Switches;
using HelpDesk.Orchestrations.Stages.Understanding.Comments;

namespace HelpDesk.Orchestrations.Flows.Tickets;

/// <summary>
/// Says which replies may bring a case back to planning that a person got only because something was not understood: nobody has taken the
/// ticket, nothing was planned or done yet, and no one was refused, asked for a person or stopped the automation.
/// </summary>
public sealed class CureConditions(PersonRequests people, KillSwitch killSwitch, CommentReader comments, PolicySet policy)
{
    /// <summary>The requester's replies after the hand-over that may cure the case; empty when none may.</summary>
    /// <param name="record">The case.</param>
    /// <param name="ticket">Its ticket as it is now.</param>
    /// <param name="cancellation">Stops the call.</param>
    public async Task<IReadOnlyList<string>> RepliesAsync(CaseRecord record, Ticket ticket, CancellationToken cancellation)
    {
        if (!MayBe(record) || record.PlannedAgain >= policy.Budgets.PlanAgainPerCase || !IsNobodys(record, ticket))
            return [];
        if (await people.FindAsync(record.CaseId, cancellation) is not null || await killSwitch.IsOnAsync(cancellation))
            return [];

        var replies = record.Comments.Where(comment => comment.IsRequester && (comment.SeenAt >= record.ClosedAt || comment.At >= record.ClosedAt))
            .Select(comment => (comment.Id, Meaning: comments.Of(comment.Text, record.Intent))).ToList();
        return replies.TrueForAll(reply => reply.Meaning is CommentMeaning.Nothing or CommentMeaning.Information or CommentMeaning.Changed)
            ? [.. replies.Where(reply => reply.Meaning != CommentMeaning.Nothing).Select(reply => reply.Id)]
            : [];
    }

    /// <summary>True for a case that a reply could cure, by what the case itself says.</summary>
    public static bool MayBe(CaseRecord record) =>
        record is { State: CaseState.Escalated, Path: CasePath.Person, IsCurable: true, Plan: null, Containment.Count: 0, Actions.Count: 0, ReopenedAt: null, RequesterId: not null, HandedTo: not null };

    private static bool IsNobodys(CaseRecord record, Ticket ticket) =>
        ticket is { State: TicketState.Open or TicketState.OnHold, AssignedTo: null, CommentsHidden: null } && ticket.AssignmentGroup == record.HandedTo;
}
