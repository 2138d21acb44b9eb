namespace HelpDesk.Orchestrations.Ledger.Audit;

/// <summary>A checkpoint as it was found, nothing of it believed yet.</summary>
/// <param name="Text">The signed statement.</param>
/// <param name="Pages">Texts of the pages with the heads that changed since the checkpoint before.</param>
public sealed record AuditCheckpointText(string Text, IReadOnlyList<string> Pages);
