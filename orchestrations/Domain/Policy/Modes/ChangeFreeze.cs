namespace HelpDesk.Orchestrations.Domain.Policy.Modes;

/// <summary>A time in which nothing is changed automatically.</summary>
/// <param name="Id">Its name.</param>
/// <param name="From">First moment, UTC.</param>
/// <param name="Until">First moment after it, UTC.</param>
/// <param name="Reason">Why, for the approver.</param>
/// <param name="Except">Runbooks that go on (security does not freeze).</param>
public sealed record ChangeFreeze(string Id, DateTimeOffset From, DateTimeOffset Until, string Reason, IReadOnlyList<string> Except);
