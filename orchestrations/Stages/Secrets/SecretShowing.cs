using System.Globalization;
using HelpDesk.Orchestrations.Domain.Remediations;
using HelpDesk.Orchestrations.Domain.Remediations.Secrets;
using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Ledger.Audit;
using HelpDesk.Orchestrations.Ledger.Cases;

namespace HelpDesk.Orchestrations.Stages.Secrets;

/// <summary>Makes or reads the secret of a hand-over that one person has claimed, with an audit entry before and after.</summary>
public sealed class SecretShowing(HandOverRecords records, HandOverSources sources, RemediationCatalogue catalogue, IAuditLog audit, CaseSignal signal, HandOverProof proof)
{
    /// <summary>Makes or reads the secret of a claimed hand-over.</summary>
    /// <param name="handOver">As it was claimed.</param>
    /// <param name="entitled">By what the person may collect it.</param>
    /// <param name="brokenOff">When an earlier showing began that did not end; null when there was none.</param>
    /// <param name="now">When it was claimed, UTC.</param>
    public async Task<SecretOutcome> ShowAsync(HandOver handOver, EntitlementKind entitled, DateTimeOffset? brokenOff, DateTimeOffset now)
    {
        // From here on a disconnected browser must not leave a half-made secret behind: no cancellation.
        var key = string.Create(CultureInfo.InvariantCulture, $"{handOver.HandOverId}/{now:O}");
        var (source, request, name) = (sources.Of(handOver.Kind), sources.RequestOf(handOver), SecretLabels.NameOf(handOver.Kind));
        try
        {
            if (brokenOff is { } since)
                await source.WithdrawSinceAsync(request, since, CancellationToken.None);
            await audit.AppendAsync(Entry(handOver, $"{key}/before", AuditKinds.HandOverIntended, $"A {name} is about to be shown.", entitled, null), CancellationToken.None);

            var secret = await source.GetAsync(request, CancellationToken.None);
            // Into the chain before it counts, and once: a record that was reset shows nothing twice.
            if (!await proof.CollectAsync(Entry(handOver, $"{key}/after", AuditKinds.HandOverCollected, $"A {name} was shown once.", entitled, secret), handOver.HandOverId, CancellationToken.None))
            {
                await source.WithdrawSinceAsync(request, now, CancellationToken.None);
                return SecretOutcome.No(SecretOutcomeKind.AlreadyShown, $"The {SecretLabels.ShortOf(handOver.Kind)} was shown already. It cannot be shown again; ask for it in a new ticket.");
            }

            await signal.StoreAsync(
                handOver.CaseId,
                () => records.UpdateAsync(handOver.HandOverId, before => before with { State = HandOverState.Collected, SecretId = secret.Id }, CancellationToken.None),
                CancellationToken.None);
            return new SecretOutcome(
                SecretOutcomeKind.Shown, secret.Parts, secret.ExpiresAt, entitled == EntitlementKind.Subject
                    ? $"Use this {SecretLabels.ShortOf(handOver.Kind)} now. It is shown only this once, and it is for you alone: no one will ask you for it."
                    : $"Give this {SecretLabels.ShortOf(handOver.Kind)} to the person now. It is shown only this once.", CanBeVoided(handOver.Kind));
        }
        catch (VendorException fault)
        {
            return SecretOutcome.No(SecretOutcomeKind.Failed, $"No {SecretLabels.ShortOf(handOver.Kind)} could be shown: {fault.Message} {await WithdrawAsync(handOver, now)}");
        }
    }

    // A call that timed out may have made one: it is deleted before anybody may press again.
    private async Task<string> WithdrawAsync(HandOver handOver, DateTimeOffset since)
    {
        try
        {
            await sources.Of(handOver.Kind).WithdrawSinceAsync(sources.RequestOf(handOver), since, CancellationToken.None);
            // An entry whose append was not answered may be there all the same; then it stays claimed.
            if (await proof.StateAsync(handOver, records, CancellationToken.None) == HandOverState.Collected)
                return "Ask for it in a new ticket.";
            await records.UpdateAsync(
                handOver.HandOverId, before => before with { State = HandOverState.Open, ShowingSince = null, CollectedBy = null, CollectedByName = null, Check = null, SecretId = null },
                CancellationToken.None);
            return "Nothing was left behind; you can press again.";
        }
        catch (VendorException)
        {
            // Stays claimed: the next press after the wait deletes first.
            return string.Create(CultureInfo.InvariantCulture, $"It could not be made sure that none was left behind; press again in {HandOverService.BrokenOffAfter.TotalMinutes} minutes.");
        }
    }

    // With beta endpoints on, the undo of a reading is a rotation.
    private bool CanBeVoided(SecretKind kind) =>
        kind != SecretKind.TemporaryPass && catalogue.Descriptors.Any(descriptor => descriptor.IsHandOver && descriptor.Secret == kind && descriptor.Reversibility == Reversibility.Undoable);

    private static AuditEvent Entry(HandOver handOver, string key, string kind, string summary, EntitlementKind entitled, HandedSecret? secret)
    {
        var facts = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["hand-over"] = handOver.HandOverId,
            ["plan-hash"] = handOver.PlanHash,
            ["target"] = handOver.Opens(),
            ["secret"] = handOver.Kind.ToString(),
            ["entitled-as"] = entitled.ToString(),
        };
        if (handOver.Check is { } check)
        {
            facts["identity-check"] = check.Method.ToString();
            if (check.Note is { } note)
                facts["identity-note-digest"] = AuditHash.Of(note);
        }

        if (secret is not null)
        {
            facts["secret-id"] = secret.Id;
            if (secret.ExpiresAt is { } until)
                facts["valid-until"] = until.ToString("O", CultureInfo.InvariantCulture);
            if (secret.RequestId is { } requestId)
                facts["request-id"] = requestId;
        }

        return new AuditEvent(handOver.CaseId, key, kind, $"person:{handOver.CollectedBy}", summary, facts);
    }
}
