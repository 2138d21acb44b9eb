namespace HelpDesk.Local.Engine.Replay;

/// <summary>An event that came before anybody waited for it.</summary>
internal sealed record BufferedEvent(string Name, string? Payload, DateTimeOffset RaisedAt);
