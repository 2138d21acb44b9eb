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
/// triage said as it was signed. Besides, the chain of the case must hold signed that a verdict was given, and that the plan
/// was made there (<see cref="SignedPlan"/>; promise P1).
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
    private readonly ConcurrentDictionary<(CaseId CaseId, PlanHash PlanHash, bool IsApproved), bool> _stands = new();
    private readonly ConcurrentDictionary<(CaseId CaseId, PlanHash PlanHash), bool> _made = new();

    /// <inheritdoc />
    public async Task<string?> WhyNotAsync(Plan plan, PlanHash planHash, bool isApproved, CancellationToken cancellation)
    {
        if (_stands.ContainsKey((plan.CaseId, planHash, isApproved)))
            return null;
        var entries = await ReadAsync(plan.CaseId, cancellation);
        var verdicts = await VerdictsAsync(entries, planHash, cancellation);
        if (!verdicts.Exists(verdict => verdict.Outcome == nameof(VerdictOutcome.Allow) || (isApproved && verdict.Outcome == nameof(VerdictOutcome.NeedsApproval))))
            return await TamperedAsync(plan.CaseId, isApproved ? "No signed verdict of policy is about this plan." : "No signed verdict of policy allows this plan without an approval.", cancellation);
        var (other, triages) = await OriginAsync(entries, plan.CaseId, planHash, cancellation);
        if (other is not null)
            return other;
        if (triages.Count > 0 && verdicts.Exists(verdict => triages.All(said => verdict.Triage != DigestOf(said))))
            return await TamperedAsync(plan.CaseId, "Policy was given something else about the ticket than triage had signed.", cancellation);
        var judged = triages.FirstOrDefault(said => verdicts.Exists(verdict => verdict.Triage == DigestOf(said)));
        if ((judged ?? (IsHarmless(plan) ? TriageFacts.ChosenByPerson(plan.Intent) : null)) is not { } triage)
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

    /// <inheritdoc />
    public async Task<string?> WhyNotMadeAsync(CaseId caseId, PlanHash planHash, CancellationToken cancellation) =>
        _made.ContainsKey((caseId, planHash)) ? null : (await OriginAsync(await ReadAsync(caseId, cancellation), caseId, planHash, cancellation)).WhyNot;

    /// <summary>The digest of what policy is given of triage.</summary>
    internal static string DigestOf(TriageFacts triage) => AuditHash.Of(SignedTriage.Write(triage));

    private async Task<PlanOrigin> OriginAsync(List<AuditEvent> entries, CaseId caseId, PlanHash planHash, CancellationToken cancellation)
    {
        var origin = await SignedPlan.OriginAsync(entries, planHash, seals, async other => await ReadAsync(other, cancellation), cancellation);
        if (origin.WhyNot is { } other)
            return origin with { WhyNot = await TamperedAsync(caseId, other, cancellation) };
        if (_made.Count >= MostKnown)
            _made.Clear();
        _made[(caseId, planHash)] = true;
        return origin;
    }

    // "This was not me" has no triage: it signs an account out, which takes nothing from anybody.
    private bool IsHarmless(Plan plan) => plan.Steps.All(step => catalogue.Describe(step.Remediation) is { MayContain: true });

    private async Task<List<AuditEvent>> ReadAsync(CaseId caseId, CancellationToken cancellation)
    {
        try
        {
            return await audit.ReadAsync(caseId, cancellation).Select(static entry => entry.Event).Where(entry => entry.CaseId == caseId).ToListAsync(cancellation);
        }
        catch (AuditDamagedException)
        {
            // An entry that was edited hides what came after it; what was found before it counts no more than nothing.
            return [];
        }
    }

    private async Task<List<(string Outcome, string? Triage)>> VerdictsAsync(List<AuditEvent> entries, PlanHash planHash, CancellationToken cancellation)
    {
        var verdicts = new List<(string Outcome, string? Triage)>();
        foreach (var entry in entries.Where(entry => entry.Kind == AuditKinds.PolicyDecided && entry.Facts.GetValueOrDefault(PlanFact) == planHash))
        {
            if (entry.Facts.TryGetValue(OutcomeFact, out var outcome) && await seals.IsGenuineAsync(entry, cancellation))
                verdicts.Add((outcome, entry.Facts.GetValueOrDefault(TriageFact)));
        }

        return verdicts;
    }

    private async Task<string> TamperedAsync(CaseId caseId, string finding, CancellationToken cancellation)
    {
        await tampering.RecordAsync(caseId, "policy's verdict", finding, cancellation);
        return $"Security event: {finding}";
    }
}
