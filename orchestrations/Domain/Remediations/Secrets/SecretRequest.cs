namespace HelpDesk.Orchestrations.Domain.Remediations.Secrets;

/// <summary>Whose secret is asked for.</summary>
/// <param name="TargetId">Object id of the account, or Intune id of the device, that it opens.</param>
/// <param name="SubjectId">Object id of the person it is for.</param>
/// <param name="Lifetime">How long one that is made for this shall be valid: 10 minutes to 30 days. What exists already keeps its own time.</param>
public sealed record SecretRequest(string TargetId, string SubjectId, TimeSpan Lifetime);
