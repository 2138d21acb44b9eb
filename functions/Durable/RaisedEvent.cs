using System.Text.Json;
using HelpDesk.Orchestrations.Foundation;

namespace HelpDesk.Functions.Durable;

/// <summary>
/// An event as it travels. Durable Functions compares names without regard to case and tells a workflow nothing about when an event
/// was raised; the port does both.
/// </summary>
/// <param name="Name">Its name, in the case it was raised with.</param>
/// <param name="Json">Its body, written by <c>DurableJson</c>.</param>
/// <param name="RaisedAt">When it was raised, by the clock of whoever raised it, UTC.</param>
internal sealed record RaisedEvent(string Name, string Json, DateTimeOffset RaisedAt)
{
    public string ToText() => DurableJson.Write(this);

    /// <summary>Reads what <see cref="ToText"/> wrote; null for what somebody raised past this client, which nobody waits for.</summary>
    public static RaisedEvent? FromText(string? text)
    {
        try
        {
            return DurableJson.Read<RaisedEvent>(text ?? "null") is { Name: not null, Json: not null } raised ? raised : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
