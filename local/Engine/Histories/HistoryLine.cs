using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using HelpDesk.Orchestrations.Foundation;

namespace HelpDesk.Local.Engine.Histories;

/// <summary>A <see cref="HistoryEntry"/> as it is in a <see cref="HistoryFile"/>.</summary>
public sealed record HistoryLine
{
    /// <summary>What it says.</summary>
    public required HistoryKind Kind { get; init; }

    /// <summary>Step number, from 1; 0 where there is none.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public int Step { get; init; }

    /// <summary>Activity, child workflow or event.</summary>
    public string? Name { get; init; }

    /// <summary>The workflow's time, UTC.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>Due time, deadline, or when an event was raised, UTC.</summary>
    public DateTimeOffset? Moment { get; init; }

    /// <summary>Input, result, body or failure.</summary>
    public JsonNode? Payload { get; init; }

    internal static HistoryLine Of(HistoryEntry entry) => new()
    {
        Kind = entry.Kind,
        Step = entry.Step,
        Name = entry.Name,
        At = entry.At,
        Moment = entry.Moment,
        Payload = entry.Payload is null ? null : JsonNode.Parse(entry.Payload),
    };

    internal HistoryEntry ToEntry() => new(Kind, Step, Name, Payload?.ToJsonString(DurableJson.Options), At, Moment);
}
