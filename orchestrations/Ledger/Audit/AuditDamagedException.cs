namespace HelpDesk.Orchestrations.Ledger.Audit;

/// <summary>What the store holds is not what the audit log wrote. Nothing is appended to such a chain; verification says what is wrong.</summary>
public sealed class AuditDamagedException(string message) : Exception(message);
