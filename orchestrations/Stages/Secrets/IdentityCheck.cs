namespace HelpDesk.Orchestrations.Stages.Secrets;

/// <summary>That a service-desk member checked an identity, recorded before the pass is made.</summary>
/// <param name="Method">How.</param>
/// <param name="Note">What was seen, at most 200 characters, no numbers of documents. Untrusted text; null when nothing was noted.</param>
public sealed record IdentityCheck(IdentityCheckMethod Method, string? Note);
