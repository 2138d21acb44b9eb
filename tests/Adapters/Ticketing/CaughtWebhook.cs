using System.Text.Json;

namespace HelpDesk.Adapters.Tests.Ticketing;

/// <summary>A webhook as it arrived.</summary>
public sealed record CaughtWebhook(string Path, IReadOnlyDictionary<string, string> Headers, byte[] Body)
{
    public JsonElement Json => JsonDocument.Parse(Body).RootElement.Clone();
}
