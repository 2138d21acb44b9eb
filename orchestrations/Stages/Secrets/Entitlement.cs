namespace HelpDesk.Orchestrations.Stages.Secrets;

/// <summary>Whether a person may collect a secret.</summary>
/// <param name="Kind">By what.</param>
/// <param name="WhyNot">Why not; null when they may.</param>
public sealed record Entitlement(EntitlementKind Kind, string? WhyNot);
