using HelpDesk.Web.Layout;

namespace HelpDesk.Web.Approvals;

/// <summary>An item that waits for a person.</summary>
/// <param name="IsHandOver">True for a secret hand-over, false for an approval.</param>
/// <param name="Id">Id of the hand-over or approval.</param>
/// <param name="Ticket">What people call the ticket.</param>
/// <param name="What">Title of the runbook, or whom the secret is for. Untrusted text.</param>
/// <param name="AskedBy">Who asked. Untrusted text.</param>
/// <param name="Audience">Who is asked.</param>
/// <param name="Since">UTC.</param>
/// <param name="ExpiresAt">UTC.</param>
/// <param name="Off">What of its runbook is switched off now; null = nothing.</param>
public sealed record WaitingItem(
    bool IsHandOver, string Id, string Ticket, string What, string AskedBy, string Audience, DateTimeOffset Since, DateTimeOffset ExpiresAt, RunbookOff? Off = null)
{
    /// <summary>Why it comes first, in words: <c>angry, urgent</c>; null when it does not.</summary>
    public string? Priority { get; init; }

    /// <summary>Its page.</summary>
    public string Url => $"/{(IsHandOver ? "hand-overs" : "approvals")}/{Uri.EscapeDataString(Id)}";
}
