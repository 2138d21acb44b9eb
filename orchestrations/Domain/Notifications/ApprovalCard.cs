using HelpDesk.Orchestrations.Foundation;

namespace HelpDesk.Orchestrations.Domain.Notifications;

/// <summary>What an approver sees in Teams.</summary>
/// <param name="Kind">Request, reminder, escalation, or a hand-over waiting.</param>
/// <param name="Title">One line.</param>
/// <param name="Facts">Name and value, in order; untrusted values, to be shown as text.</param>
/// <param name="Audience">Who is asked: name of the group or of the person.</param>
/// <param name="Url">The page that shows everything and takes the decision.</param>
/// <param name="ExpiresAt">UTC.</param>
public sealed record ApprovalCard(
    ApprovalCardKind Kind,
    string Title,
    IReadOnlyList<KeyValuePair<string, string>> Facts,
    string Audience,
    Uri Url,
    DateTimeOffset ExpiresAt);

/// <summary>Why a card is posted.</summary>
public enum ApprovalCardKind
{
    /// <summary>An approval is asked for.</summary>
    Request,

    /// <summary>Nobody has decided yet.</summary>
    Reminder,

    /// <summary>The fallback group is asked too.</summary>
    Escalation,

    /// <summary>A pass waits to be collected.</summary>
    HandOver,
}

/// <summary>Where approvers are reached (Teams). A card is only a pointer to the page: nothing can be decided in it.</summary>
public interface IApprovalChannel
{
    /// <summary>Posts a card. Throws <see cref="VendorException"/> when it cannot be delivered.</summary>
    Task PostAsync(ApprovalCard card, CancellationToken cancellation);
}
