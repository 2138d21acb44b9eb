using System.Globalization;
using System.Text.Json;
using HelpDesk.Orchestrations.Domain.Remediations;
using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Ledger.Approvals;
using HelpDesk.Orchestrations.Ledger.Audit;
using HelpDesk.Orchestrations.Ledger.Cases;

namespace HelpDesk.Orchestrations.Stages.Secrets;

/// <summary>
/// What the audit chain holds of a secret hand-over: that it was opened, for which plan and approval, and that the secret was shown. The record is
/// a copy. A record that nobody signed never shows a secret.
/// </summary>
public sealed class HandOverProof(
    IAuditLog audit, AuditSeals seals, CaseContext contexts, ApprovalCheck approval, RemediationCatalogue catalogue, TamperEvents tampering)
{
    private const string Changed = "The stored secret hand-over was changed outside HelpDesk, so no secret is shown. Your security team is informed.";

    /// <summary>Appends, signed, that a secret may be collected; the first entry counts.</summary>
    /// <exception cref="VendorException">The plan is not approved (not retryable), or store, key or directory cannot be reached.</exception>
    public async Task OpenAsync(HandOver handOver, PlanReference plan, string? approvalId, CancellationToken cancellation)
    {
        if (await WhyNotApprovedAsync(handOver.StepId, plan, approvalId, cancellation) is { } why)
            throw new VendorException("helpdesk", "not-approved", why, isRetryable: false);
        await audit.AppendAsync(
            await seals.SealAsync(
                new AuditEvent(
                    handOver.CaseId, OpenedKey(handOver.HandOverId), AuditKinds.HandOverOpened, "helpdesk", $"A {SecretLabels.NameOf(handOver.Kind)} may be collected by an entitled person.",
                    new Dictionary<string, string>(Facts(handOver), StringComparer.Ordinal)
                    {
                        ["plan-kind"] = plan.Context.Kind,
                        ["plan-version"] = plan.Context.Version,
                        ["approval"] = approvalId ?? "",
                        ["target"] = handOver.Opens(),
                    }),
                cancellation),
            cancellation);
    }

    /// <summary>A draft with the times of the entry that counts: an attempt before this one may have appended it.</summary>
    /// <exception cref="VendorException">The entry is not genuine (not retryable), or store or key cannot be reached.</exception>
    internal async Task<HandOver> OpenedAsync(HandOver draft, CancellationToken cancellation) =>
        await SignedAsync(draft, OpenedKey(draft.HandOverId), cancellation) is { } opened
            ? draft with { ExpiresAt = DateTimeOffset.ParseExact(opened.Facts["expires"], "O", CultureInfo.InvariantCulture) }
            : throw new VendorException("store", "changed", Changed, isRetryable: false);

    /// <summary>Why the record of a hand-over is not the one that was opened and signed, or is not approved (any more); null when it may be used.</summary>
    /// <exception cref="VendorException">Store, key or directory cannot be reached.</exception>
    public async Task<string?> WhyNotAsync(HandOver handOver, CancellationToken cancellation)
    {
        if (await SignedAsync(handOver, OpenedKey(handOver.HandOverId), cancellation) is not { } opened)
            return await FoundAsync(handOver, "No signed audit entry opens this secret hand-over.", cancellation);
        string[] changed = [.. Facts(handOver).Where(fact => opened.Facts.GetValueOrDefault(fact.Key) != fact.Value).Select(static fact => fact.Key)];
        if (changed.Length > 0)
            return await FoundAsync(handOver, $"The record does not match its signed audit entry: {string.Join(", ", changed)}.", cancellation);
        var plan = new PlanReference(handOver.CaseId, new ContextReference(handOver.CaseId, opened.Facts["plan-kind"], opened.Facts["plan-version"]), handOver.PlanHash);
        return await WhyNotApprovedAsync(handOver.StepId, plan, opened.Facts["approval"] is { Length: > 0 } id ? id : null, cancellation);
    }

    /// <summary>How a hand-over stands: collected is only what the chain holds signed. A record that says otherwise is a security event.</summary>
    /// <exception cref="VendorException">Store or key cannot be reached.</exception>
    public async Task<HandOverState> StateAsync(HandOver handOver, HandOverRecords records, CancellationToken cancellation)
    {
        if (await SignedAsync(handOver, CollectedKey(handOver.HandOverId), cancellation) is null)
        {
            // The record is written after the chain, so it cannot be ahead of it.
            if (handOver.State != HandOverState.Collected)
                return handOver.State;
            await FoundAsync(handOver, "The record says that the secret was shown, and no signed audit entry does.", cancellation);
            return HandOverState.Withdrawn;
        }

        // It was claimed before the entry was appended; one that is open now was opened again by somebody.
        if (handOver.State == HandOverState.Open && await records.FindAsync(handOver.HandOverId, cancellation) is { State: HandOverState.Open })
            await FoundAsync(handOver, "The record offers a secret again that was shown.", cancellation);
        return HandOverState.Collected;
    }

    /// <summary>Appends that the secret was not collected.</summary>
    internal Task WithdrawAsync(HandOver handOver, CancellationToken cancellation) => audit.AppendAsync(
        new AuditEvent(
            handOver.CaseId, $"{handOver.HandOverId}/withdrawn", AuditKinds.HandOverWithdrawn, "helpdesk", $"The {SecretLabels.NameOf(handOver.Kind)} was not collected; it can be shown no more.",
            new Dictionary<string, string>(StringComparer.Ordinal) { ["hand-over"] = handOver.HandOverId, ["target"] = handOver.Opens() }),
        cancellation);

    /// <summary>Appends, signed, that the secret was shown.</summary>
    /// <returns>False when it was shown before.</returns>
    internal async Task<bool> CollectAsync(AuditEvent entry, string handOverId, CancellationToken cancellation) =>
        await audit.TryAppendAsync(await seals.SealAsync(entry with { Key = CollectedKey(handOverId) }, cancellation), cancellation);

    private static string OpenedKey(string handOverId) => $"{handOverId}/opened";

    private static string CollectedKey(string handOverId) => $"{handOverId}/collected";

    private static Dictionary<string, string> Facts(HandOver handOver) => new(StringComparer.Ordinal)
    {
        ["hand-over"] = handOver.HandOverId,
        ["plan-hash"] = handOver.PlanHash,
        ["step"] = handOver.StepId,
        ["secret"] = handOver.Kind.ToString(),
        ["subject"] = handOver.SubjectId,
        ["requester"] = handOver.RequesterId,
        ["openers"] = string.Join(", ", handOver.OpenerIds),
        ["device"] = handOver.DeviceId ?? "",
        ["expires"] = handOver.ExpiresAt.ToUniversalTime().ToString("O", CultureInfo.InvariantCulture),
    };

    private async Task<string?> WhyNotApprovedAsync(string stepId, PlanReference reference, string? approvalId, CancellationToken cancellation)
    {
        VerifiedPlan? verified;
        try
        {
            verified = await VerifiedPlan.FindAsync(contexts, reference, cancellation);
        }
        catch (Exception damage) when (damage is InvalidOperationException or JsonException)
        {
            verified = null;
        }

        if (verified?.Plan is not { } plan || plan.Steps.FirstOrDefault(step => step.Id == stepId) is not { } step)
        {
            await tampering.RecordAsync(reference.CaseId, "plan", "The stored plan of a secret hand-over is not the one that was allowed.", cancellation);
            return Changed;
        }

        if (approvalId is not null)
            return await approval.WhyNotAsync(approvalId, reference.CaseId, plan, reference.Hash, cancellation);
        return catalogue.Describe(step.Remediation) is { IsNeverAutomatic: false } ? null : "This secret needs an approval, and there is none.";
    }

    private async Task<AuditEvent?> SignedAsync(HandOver handOver, string key, CancellationToken cancellation)
    {
        try
        {
            if (await audit.FindAsync(handOver.CaseId, key, cancellation) is not { } entry)
                return null;
            if (entry.Event.Facts.GetValueOrDefault("hand-over") == handOver.HandOverId && await seals.IsGenuineAsync(entry.Event, cancellation))
                return entry.Event;
        }
        catch (AuditDamagedException)
        {
            // Said below: an entry that was changed is none.
        }

        await FoundAsync(handOver, $"The audit entry '{key}' is not genuine.", cancellation);
        return null;
    }

    private async Task<string> FoundAsync(HandOver handOver, string finding, CancellationToken cancellation)
    {
        await tampering.RecordAsync(handOver.CaseId, $"secret hand-over {handOver.HandOverId}", finding, cancellation);
        return Changed;
    }
}
