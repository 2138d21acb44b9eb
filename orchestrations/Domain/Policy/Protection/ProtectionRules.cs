namespace HelpDesk.Orchestrations.Domain.Policy.Protection;

/// <summary>Who is protected, by Entra ids.</summary>
/// <param name="VipGroups">Group ids whose members are never remediated automatically.</param>
/// <param name="BreakGlassGroups">Group ids whose members are never touched.</param>
/// <param name="BreakGlassAccounts">Object ids that are never touched.</param>
public sealed record ProtectionRules(
    IReadOnlySet<string> VipGroups, IReadOnlySet<string> BreakGlassGroups, IReadOnlySet<string> BreakGlassAccounts)
{
    /// <summary>Group ids whose members have reach (payments, administration, the management): what wipes or gives in asks more approvers. Default none.</summary>
    public IReadOnlySet<string> ReachGroups { get; init; } = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
}
