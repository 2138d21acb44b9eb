namespace HelpDesk.Orchestrations.Flows.Bulk;

/// <summary>Where a part of the frozen list lies.</summary>
/// <param name="First">Subject id of its first target.</param>
/// <param name="Last">Subject id of its last target.</param>
/// <param name="Count">How many targets it has.</param>
/// <param name="Hash">SHA-256 of its JSON, lower-case hex: its name in the context store.</param>
public sealed record BulkListPartReference(string First, string Last, int Count, string Hash);
