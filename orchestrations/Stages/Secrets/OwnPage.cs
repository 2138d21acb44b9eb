using HelpDesk.Orchestrations.Domain.Policy;
using HelpDesk.Orchestrations.Domain.Policy.Proofs;
using HelpDesk.Orchestrations.Domain.Remediations.Secrets;
using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Ledger.Approvals;
using HelpDesk.Orchestrations.Ledger.Cases;
using HelpDesk.Orchestrations.Ledger.Proofs;

namespace HelpDesk.Orchestrations.Stages.Secrets;

/// <summary>What a person does on their own page: read how far it is, enter the manager's code, collect the pass.</summary>
public sealed class OwnPage(CaseStore caseStore, HandOverService handOvers, OwnProofs proofs, IProofAlarm alarm, PolicySet policy, TimeProvider time)
{
    /// <summary>How far a case is for its person.</summary>
    /// <param name="caseId">The case.</param>
    /// <param name="browser">Digest of the person's browser.</param>
    /// <param name="cancellation">Stops the reading.</param>
    /// <returns>Null when there is no such case.</returns>
    public async Task<OwnPageState?> OfAsync(CaseId caseId, string browser, CancellationToken cancellation)
    {
        if (await caseStore.FindAsync(caseId, cancellation) is not { } record)
            return null;
        if (await OpenAsync(record, cancellation) is not { } handOver)
            return new OwnPageState(record, null, record.ClosedAt is not null ? OwnStep.Over : record.OpenApprovalId is not null ? OwnStep.Approval : OwnStep.Waiting);
        if (await proofs.Subjects.WhyNeverAsync(handOver, cancellation) is not null)
            return new OwnPageState(record, handOver, OwnStep.People);
        return new OwnPageState(record, handOver, (await proofs.Subjects.AssuranceAsync(handOver, browser, cancellation)).IsEnough(policy.Proofs, time.GetUtcNow()) ? OwnStep.Collect : OwnStep.Prove);
    }

    /// <summary>Takes the manager's code.</summary>
    /// <param name="caseId">The case.</param>
    /// <param name="code">As typed.</param>
    /// <param name="browser">Digest of the person's browser.</param>
    /// <param name="cancellation">Stops the call.</param>
    public async Task<VoucherUse> EnterAsync(CaseId caseId, string code, string browser, CancellationToken cancellation)
    {
        if (await caseStore.FindAsync(caseId, cancellation) is not { } record || await OpenAsync(record, cancellation) is not { } handOver || await proofs.Subjects.WhyNeverAsync(handOver, cancellation) is not null)
            return VoucherUse.NoneGiven;
        var use = await proofs.Vouchers.UseAsync(SubjectProof.Of(handOver), code, browser, time.GetUtcNow(), cancellation);
        if (use == VoucherUse.TooManyTries)
            await alarm.GuessedAsync(handOver, cancellation);
        return use;
    }

    /// <summary>Takes a sign-in as proof.</summary>
    /// <param name="caseId">The case.</param>
    /// <param name="person">Who is signed in.</param>
    /// <param name="context">The authentication context that proves; empty = none is set up.</param>
    /// <param name="browser">Digest of the person's browser.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <returns>Why it is no strong proof; null when it is.</returns>
    public async Task<string?> SignedInAsync(CaseId caseId, SignedInPerson person, string context, string browser, CancellationToken cancellation) =>
        await caseStore.FindAsync(caseId, cancellation) is { } record && await OpenAsync(record, cancellation) is { } handOver
            ? await proofs.SignIns.ProveAsync(handOver, person, context, browser, cancellation)
            : "There is no pass to collect.";

    /// <summary>True when a Verified ID can be asked for.</summary>
    public bool OffersVerifiedId => proofs.Presentations.IsOffered;

    /// <summary>Asks for the person's Verified ID.</summary>
    /// <param name="caseId">The case.</param>
    /// <param name="state">Random, one use.</param>
    /// <param name="apiKey">Random, one use.</param>
    /// <param name="browser">Digest of the person's browser.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <returns>What opens the wallet; null when it is not offered.</returns>
    public async Task<PresentationRequest?> AskVerifiedIdAsync(CaseId caseId, string state, string apiKey, string browser, CancellationToken cancellation) =>
        await caseStore.FindAsync(caseId, cancellation) is { } record && await OpenAsync(record, cancellation) is { } handOver
            ? await proofs.Presentations.AskAsync(handOver, record.Ticket.Number, state, apiKey, browser, cancellation)
            : null;

    /// <summary>Makes the pass and gives it to the person, once.</summary>
    public async Task<SecretOutcome> CollectAsync(CaseId caseId, string browser, CancellationToken cancellation) =>
        await caseStore.FindAsync(caseId, cancellation) is { } record && await OpenAsync(record, cancellation) is { } handOver
            ? await handOvers.ShowToSubjectAsync(handOver.HandOverId, browser, cancellation)
            : SecretOutcome.No(SecretOutcomeKind.NotFound, "There is no pass to collect.");

    private async Task<HandOver?> OpenAsync(CaseRecord record, CancellationToken cancellation) =>
        record.OpenHandOverId is { } id && await handOvers.FindAsync(id, cancellation) is { State: HandOverState.Open or HandOverState.Showing } handOver && handOver.CaseId == record.CaseId && time.GetUtcNow() < handOver.ExpiresAt
            ? handOver
            : null;
}

/// <summary>How far a case is for its person.</summary>
/// <param name="Case">The case.</param>
/// <param name="HandOver">The pass that waits; null when none does.</param>
/// <param name="Step">What comes next.</param>
public sealed record OwnPageState(CaseRecord Case, HandOver? HandOver, OwnStep Step);

/// <summary>What comes next for the person.</summary>
public enum OwnStep
{
    /// <summary>Work is going on.</summary>
    Waiting,

    /// <summary>An approval is waited for.</summary>
    Approval,

    /// <summary>The person proves who they are.</summary>
    Prove,

    /// <summary>The pass can be shown.</summary>
    Collect,

    /// <summary>Another person gives it to them.</summary>
    People,

    /// <summary>The case is closed or with a person.</summary>
    Over,
}
