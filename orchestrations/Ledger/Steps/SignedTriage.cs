using HelpDesk.Orchestrations.Domain.Policy;
using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Ledger.Audit;

namespace HelpDesk.Orchestrations.Ledger.Steps;

/// <summary>What triage said of a ticket, as its signed audit entry holds it: all that policy weighs, and none of the ticket's words.</summary>
public static class SignedTriage
{
    /// <summary>The fact that holds it.</summary>
    public const string Fact = "for-policy";

    /// <summary>The fact with the digest of all that triage said, hints of device and application among it: what a plan was made of is compared with it.</summary>
    public const string DigestFact = "understood";

    /// <summary>That digest. It tells nothing of the ticket's words.</summary>
    public static string DigestOf(TriageFacts facts) => AuditHash.Of(DurableJson.Write(facts));

    /// <summary>Writes it for the entry. Hints are words of the ticket, and no rule reads them.</summary>
    public static string Write(TriageFacts facts) => DurableJson.Write(facts with { DeviceHint = null, AppHint = null });

    /// <summary>Reads it; null when the entry is not about triage.</summary>
    public static TriageFacts? Read(AuditEvent entry) =>
        entry.Kind == AuditKinds.Triaged && entry.Facts.TryGetValue(Fact, out var text) ? DurableJson.Read<TriageFacts>(text) : null;
}
