namespace HelpDesk.Adapters.Graph.Accounts;

/// <summary>What stood before sessions were revoked.</summary>
/// <param name="ValidFrom">Sessions older than this were invalid already; UTC.</param>
internal sealed record SessionState(DateTimeOffset? ValidFrom);
