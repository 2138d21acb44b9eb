namespace HelpDesk.Orchestrations.Foundation.Records;

/// <summary>A value as it was read, with the ETag that a replacement must name.</summary>
public sealed record Versioned<T>(T Value, string ETag);
