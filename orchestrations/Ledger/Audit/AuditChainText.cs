namespace HelpDesk.Orchestrations.Ledger.Audit;

/// <summary>A chain as it was found, nothing of it believed yet.</summary>
/// <param name="CaseId">The case it is kept under.</param>
/// <param name="Entries">Texts of the entries in the order they were found.</param>
/// <param name="Head">Text of the newest head; null when there is none.</param>
/// <param name="KeyMarkers">Texts of the key markers; null where they are not known (an export has none).</param>
public sealed record AuditChainText(string CaseId, IReadOnlyList<string> Entries, string? Head, IReadOnlyList<string>? KeyMarkers = null);
