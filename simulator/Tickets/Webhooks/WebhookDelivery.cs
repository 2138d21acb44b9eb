namespace HelpDesk.Simulator.Tickets.Webhooks;

/// <summary>One webhook on its way to the product.</summary>
/// <param name="System"><c>servicenow</c> or <c>jira</c>.</param>
/// <param name="Path">At the product.</param>
/// <param name="Body">The raw JSON.</param>
/// <param name="Headers">Headers of an attempt, by body and number of the retry (0 = first).</param>
/// <param name="MaxRetries">0 for ServiceNow's executeAsync, 5 for Jira.</param>
internal sealed record WebhookDelivery(
    string System, string Path, byte[] Body, Func<byte[], int, IEnumerable<KeyValuePair<string, string>>> Headers, int MaxRetries);
