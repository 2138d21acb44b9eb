namespace HelpDesk.Web.Webhooks;

/// <summary>Body of a <c>202</c>.</summary>
/// <param name="CaseId">The case; null when nothing follows from the event, or when the ticket is new to us and is read first.</param>
/// <param name="Track">Page that shows the state of the case, relative to the product's address; its token opens that page only.</param>
/// <param name="Ignored">Why nothing follows from the event; null when something does.</param>
public sealed record WebhookAccepted(string? CaseId, string? Track, string? Ignored = null);
