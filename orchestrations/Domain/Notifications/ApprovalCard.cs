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
