namespace HelpDesk.Orchestrations.Stages.Intake;

/// <summary>A webhook request as it came, without any host's types. All of it is untrusted.</summary>
/// <param name="Body">The raw bytes, which a signature covers.</param>
/// <param name="ReceivedAt">When it came, UTC.</param>
/// <param name="Headers">Those that came exactly once; names without regard to case.</param>
/// <param name="Query">Parameters of the address that came exactly once.</param>
public sealed record WebhookRequest(
    ReadOnlyMemory<byte> Body, DateTimeOffset ReceivedAt, IReadOnlyDictionary<string, string> Headers, IReadOnlyDictionary<string, string> Query)
{
    /// <summary>A header; null when it is absent, or came several times and so proves nothing.</summary>
    public string? Header(string name) => Headers.GetValueOrDefault(name);
}
