namespace HelpDesk.Orchestrations.Domain.Remediations;

/// <summary>What a remediation would act on, before a plan exists.</summary>
/// <param name="Kind">User or device.</param>
/// <param name="Id">Object id, from the directory.</param>
/// <param name="Parameters">Resolved parameters.</param>
public sealed record RemediationTarget(TargetKind Kind, string Id, IReadOnlyDictionary<string, string> Parameters);
