namespace HelpDesk.Orchestrations.Foundation.Records;

/// <summary>One stored record.</summary>
/// <param name="Partition">Begins with the tenant id; any Unicode up to 400 characters.</param>
/// <param name="Row">Unique in the partition; any Unicode up to 400 characters; ordered ordinally.</param>
/// <param name="Json">The body, up to 900 KiB in UTF-8.</param>
/// <param name="ETag">Version as the store gave it; null for a record not stored yet.</param>
public sealed record Record(string Partition, string Row, string Json, string? ETag = null);
