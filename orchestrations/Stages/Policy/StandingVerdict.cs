using System.Collections.Concurrent;
using HelpDesk.Orchestrations.Domain.Policy;
using HelpDesk.Orchestrations.Domain.Remediations;
using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Ledger.Approvals;
using HelpDesk.Orchestrations.Ledger.Audit;
using HelpDesk.Orchestrations.Ledger.Steps;

namespace HelpDesk.Orchestrations.Stages.Policy;

/// <summary>
/// Derives the verdict on a plan again before its first effect: from the hashed plan, from the directory and the policy of this moment, and from what
/// triage said as it was signed. Besides, a verdict that was given must be signed in the chain of the case (promise P1).
/// </summary>
public sealed class StandingVerdict(PolicyEngine engine, PolicyFacts facts, RemediationCatalogue catalogue, IAuditLog audit, AuditSeals seals, TamperEvents tampering) : IStandingVerdict
{
    /// <summary>The fact of a verdict's entry with what was decided.</summary>
    internal const string OutcomeFact = "outcome";

    /// <summary>The fact of a verdict's entry with the hash of its plan.</summary>
    internal const string PlanFact = "plan-hash";

    /// <summary>The fact of a verdict's entry with the digest of what policy was given of triage.</summary>
    internal const string TriageFact = "triage";

    private const int MostKnown = 1_000;

    // What the first step changed must not speak against the second: a plan is read once in a process.
    private readonly ConcurrentDictionary<(string CaseId, string PlanHash, bool IsApproved), bool> _stands = new();

    /// <inheritdoc />
    public async Task<string?> WhyNotAsync(Plan plan, PlanHash planHash, bool isApproved, CancellationToken cancellation)
    {
        if (_stands.ContainsKey((plan.CaseId, planHash, isApproved)))
            return null;
        var (triage, verdicts) = await ReadAsync(plan.CaseId, planHash, cancellation);
        if (!verdicts.Exists(verdict => verdict.Outcome == nameof(VerdictOutcome.Allow) || (isApproved && verdict.Outcome == nameof(VerdictOutcome.NeedsApproval))))
            return await TamperedAsync(plan.CaseId, isApproved ? "No signed verdict of policy is about this plan." : "No signed verdict of policy allows this plan without an approval.", cancellation);
        if (triage is not null && verdicts.Exists(verdict => verdict.Triage != DigestOf(triage)))
            return await TamperedAsync(plan.CaseId, "Policy was given something else about the ticket than triage had signed.", cancellation);
        triage ??= IsHarmless(plan) ? TriageFacts.ChosenByPerson(plan.Intent) : null;
        if (triage is null)
            return await TamperedAsync(plan.CaseId, "No signed audit entry says what the ticket of this plan is about.", cancellation);

        // Who stops everything is asked next, in their own words; how many ask for the same was a matter of the moment of the verdict.
        var gathered = await facts.GatherAsync(plan, planHash, triage, cancellation) with { KillSwitchIsOn = false, SimilarRequesters = 0 };
        var verdict = engine.Decide(gathered);
        if (verdict.Outcome == VerdictOutcome.Refuse || (verdict.Outcome == VerdictOutcome.NeedsApproval && !isApproved))
            return $"Policy does not allow this plan now{(verdict.Outcome == VerdictOutcome.NeedsApproval ? " without an approval" : "")}: {verdict.Why}";
        if (_stands.Count >= MostKnown)
            _stands.Clear();
        _stands[(plan.CaseId, planHash, isApproved)] = true;
        return null;
    }

    /// <summary>The digest of what policy is given of triage.</summary>
    internal static string DigestOf(TriageFacts triage) => AuditHash.Of(SignedTriage.Write(triage));

    // "This was not me" has no triage: it signs an account out, which takes nothing from anybody.
    private bool IsHarmless(Plan plan) => plan.Steps.All(step => catalogue.Describe(step.Remediation) is { MayContain: true });

    private async Task<(TriageFacts? Triage, List<(string Outcome, string? Triage)> Verdicts)> ReadAsync(string caseId, string planHash, CancellationToken cancellation)
    {
        var (triage, verdicts) = ((TriageFacts?)null, new List<(string Outcome, string? Triage)>());
        try
        {
            await foreach (var entry in audit.ReadAsync(caseId, cancellation))
            {
                var isVerdict = entry.Event.Kind == AuditKinds.PolicyDecided && entry.Event.Facts.GetValueOrDefault(PlanFact) == planHash;
                if ((!isVerdict && entry.Event.Kind != AuditKinds.Triaged) || entry.Event.CaseId != caseId || !await seals.IsGenuineAsync(entry.Event, cancellation))
                    continue;
                if (isVerdict && entry.Event.Facts.TryGetValue(OutcomeFact, out var outcome))
                    verdicts.Add((outcome, entry.Event.Facts.GetValueOrDefault(TriageFact)));
                triage = SignedTriage.Read(entry.Event) ?? triage;
            }
        }
        catch (AuditDamagedException)
        {
            // An entry that was edited hides what came after it; what was found before it counts no more than nothing.
            return (null, []);
        }

        return (triage, verdicts);
    }

    private async Task<string> TamperedAsync(string caseId, string finding, CancellationToken cancellation)
    {
        await tampering.RecordAsync(caseId, "policy's verdict", finding, cancellation);
        return $"Security event: {finding}";
    }
}
