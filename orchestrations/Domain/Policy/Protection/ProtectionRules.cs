using HelpDesk.Orchestrations.Domain.Directory;

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

    /// <summary>Group ids whose members are service accounts. Default none.</summary>
    public IReadOnlySet<string> ServiceAccountGroups { get; init; } = new HashSet<string>(StringComparer.OrdinalIgnoreCase);

    /// <summary>Object ids of service accounts. Default none.</summary>
    public IReadOnlySet<string> ServiceAccounts { get; init; } = new HashSet<string>(StringComparer.OrdinalIgnoreCase);

    /// <summary>How names of service accounts begin, before the at sign: <c>svc-</c>. Default none.</summary>
    public IReadOnlyList<string> ServiceAccountNames { get; init; } = [];

    /// <summary>True for an account that no single person owns: by the directory itself, or because policy names it.</summary>
    public bool IsServiceAccount(Person person) =>
        person.IsFunctional
        || ServiceAccounts.Contains(person.Id)
        || person.GroupIds.Any(ServiceAccountGroups.Contains)
        || ServiceAccountNames.Any(name => person.UserPrincipalName.StartsWith(name, StringComparison.OrdinalIgnoreCase));
}
