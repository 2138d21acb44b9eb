using HelpDesk.Orchestrations.Domain.Policy.Proofs;
using HelpDesk.Orchestrations.Domain.Remediations.Secrets;
using HelpDesk.Orchestrations.Foundation.Configuration;

namespace HelpDesk.Orchestrations.Stages.Rulebook.Policy;

/// <summary><c>policy/proofs.yaml</c>: who collects their own secret, by which proofs.</summary>
internal static class ProofsFile
{
    private static readonly Dictionary<string, bool> Approver = new(StringComparer.Ordinal) { ["may-vouch"] = true, ["may-not-vouch"] = false };

    private static readonly Dictionary<string, ProofKind> Kinds = new(StringComparer.Ordinal)
    {
        ["portal-sign-in"] = ProofKind.PortalSignIn, ["remaining-factor"] = ProofKind.RemainingFactor, ["verified-id"] = ProofKind.VerifiedId, ["manager-voucher"] = ProofKind.ManagerVoucher,
    };

    public static ProofRules Read(SectionReader reader, PolicyReferences known)
    {
        // What opens a device is not on the list: its user may not be who has it in hand.
        List<string> possible = [.. known.Remediations.Where(descriptor => descriptor is { IsHandOver: true, Secret: SecretKind.TemporaryPass }).Select(descriptor => descriptor.Id)];
        var remediations = reader.Texts("remediations");
        foreach (var remediation in remediations.Where(item => reader.Known(item.Line, "remediation", item.Value, known.RemediationIds) && !possible.Contains(item.Value, StringComparer.Ordinal)))
            reader.Fault(remediation.Line, $"'{remediation.Value}' is not handed to the person themself.", $"Use some of: {string.Join(", ", possible)}.");
        var accepted = reader.Texts("accept");
        foreach (var kind in accepted)
            reader.Known(kind.Line, "proof", kind.Value, Kinds.Keys);

        var minute = TimeSpan.FromMinutes(1);
        var rules = new ProofRules(
            remediations.Select(item => item.Value).Where(possible.Contains).ToHashSet(StringComparer.Ordinal),
            accepted.Where(kind => Kinds.ContainsKey(kind.Value)).Select(kind => Kinds[kind.Value]).ToHashSet())
        {
            ProofValidFor = reader.Duration("proof-valid-for", 5 * minute, 120 * minute) ?? 30 * minute,
            VoucherValidFor = reader.Duration("voucher-valid-for", 2 * minute, 30 * minute) ?? 10 * minute,
            MethodsOlderThan = reader.Duration("methods-older-than", TimeSpan.FromDays(1), TimeSpan.FromDays(90)) ?? TimeSpan.FromDays(7),
            ApproverMayVouch = reader.Choice("approver", Approver) ?? false,
            WrongCodes = reader.Number("wrong-codes", 1, 10),
            CodesPerManagerPerDay = reader.Number("codes-per-manager-per-day", 1, 50),
            CodesPerPersonPerDay = reader.Number("codes-per-person-per-day", 1, 10),
            DifferentPeoplePerDay = reader.Number("different-people-per-day", 2, 50),
        };
        reader.End();
        return rules;
    }
}
