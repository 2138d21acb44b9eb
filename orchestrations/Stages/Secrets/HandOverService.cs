using System.Globalization;
using HelpDesk.Orchestrations.Domain.Directory;
using HelpDesk.Orchestrations.Domain.Policy;
using HelpDesk.Orchestrations.Domain.Remediations;
using HelpDesk.Orchestrations.Domain.Remediations.Secrets;
using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Ledger.Approvals;
using HelpDesk.Orchestrations.Ledger.Audit;
using HelpDesk.Orchestrations.Ledger.Cases;
using HelpDesk.Orchestrations.Ledger.Switches;

namespace HelpDesk.Orchestrations.Stages.Secrets;

/// <summary>
/// Where a secret is made or read and shown, once. Order: claim by ETag, audit, make or read, record, show. What was made for a showing
/// that broke off is deleted before another is made, so that there is never one that nobody saw.
/// </summary>
public sealed class HandOverService(
    HandOverRecords records, HandOverEntitlement entitlement, HandOverSources sources, IDirectory directory, PolicySet policy, KillSwitch killSwitch,
    RemediationCatalogue catalogue, IAuditLog audit, CaseSignal signal, TimeProvider time)
{
    /// <summary>After so long a showing that did not end has broken off; longer than any call to the directory may take.</summary>
    public static readonly TimeSpan BrokenOffAfter = TimeSpan.FromMinutes(2);

    private const int MaxNoteLength = 200;

    /// <summary>The hand-over of that id, or null.</summary>
    public Task<HandOver?> FindAsync(string handOverId, CancellationToken cancellation) => records.FindAsync(handOverId, cancellation);

    /// <summary>All hand-overs that wait.</summary>
    public IAsyncEnumerable<HandOver> ListOpenAsync(CancellationToken cancellation) => records.ListOpenAsync(cancellation);

    /// <summary>By what a person may collect it, or why not.</summary>
    public Task<Entitlement> EntitlementAsync(HandOver handOver, SignedInPerson person, CancellationToken cancellation) =>
        entitlement.OfAsync(handOver, person, cancellation);

    /// <summary>Makes or reads the secret and gives it to this one caller.</summary>
    /// <param name="handOverId">The hand-over.</param>
    /// <param name="person">Who presses, signed in.</param>
    /// <param name="check">How the identity was checked; needed from a service-desk member.</param>
    /// <param name="cancellation">Stops the call before anything is made or read, not after.</param>
    public async Task<SecretOutcome> ShowAsync(string handOverId, SignedInPerson person, IdentityCheck? check, CancellationToken cancellation)
    {
        if (await records.FindAsync(handOverId, cancellation) is not { } handOver)
            return SecretOutcome.No(SecretOutcomeKind.NotFound, "There is no such secret hand-over.");
        var entitled = await entitlement.OfAsync(handOver, person, cancellation);
        if (entitled.Kind == EntitlementKind.None)
            return SecretOutcome.No(SecretOutcomeKind.NotAllowed, entitled.WhyNot!);
        if (entitled.Kind == EntitlementKind.ServiceDesk && (check is null || !Enum.IsDefined(check.Method)))
            return SecretOutcome.No(SecretOutcomeKind.IdentityCheckNeeded, "First say how you made sure that it is the right person.");
        if (await killSwitch.IsOnAsync(cancellation))
            return SecretOutcome.No(SecretOutcomeKind.NotAllowed, "The kill switch is on: an operator has stopped all changes.");
        if (await WhyNotForAsync(handOver, cancellation) is { } changed)
            return SecretOutcome.No(SecretOutcomeKind.NotAllowed, changed);

        var now = time.GetUtcNow();
        var brokenOff = handOver is { State: HandOverState.Showing, ShowingSince: { } since } && now - since >= BrokenOffAfter ? since : (DateTimeOffset?)null;
        var refusal = (SecretOutcome?)null;
        var claimed = await records.UpdateAsync(
            handOverId,
            before => (refusal = Refusal(before, now)) is not null
                ? before
                : before with
                {
                    State = HandOverState.Showing,
                    ShowingSince = now,
                    CollectedBy = person.ObjectId,
                    CollectedByName = person.Name,
                    Check = entitled.Kind == EntitlementKind.ServiceDesk ? Cut(check!) : null,
                },
            cancellation);
        if (refusal is not null)
            return refusal;
        return await MakeAsync(claimed, entitled.Kind, brokenOff, now);
    }

    // Hours may have passed since the approval: nothing is shown for an account that has become one nobody may touch, or for a device that has become another's.
    private async Task<string?> WhyNotForAsync(HandOver handOver, CancellationToken cancellation)
    {
        if (await directory.GetPersonAsync(handOver.SubjectId, cancellation) is not { } person)
            return "The account is no longer in the directory.";
        if (!person.AccountEnabled && handOver.Kind == SecretKind.TemporaryPass)
            return "Sign-in of the account has been blocked since; a pass would not help.";
        if (!person.AccountEnabled)
            return "The account has been blocked since; what unlocks its device is not shown here.";
        if (person.IsPrivileged)
            return "The account has become an administrator's since; a person of the identity team must do this.";
        if (policy.Protection.BreakGlassAccounts.Contains(person.Id) || person.GroupIds.Any(policy.Protection.BreakGlassGroups.Contains))
            return "A break-glass account is never touched.";
        return handOver.DeviceId is { } device && (await directory.GetDeviceAsync(device, cancellation))?.OwnerId != handOver.SubjectId
            ? "The device has another user since, or is not managed any more."
            : null;
    }

    // From here on a disconnected browser must not leave a half-made secret behind: no cancellation.
    private async Task<SecretOutcome> MakeAsync(HandOver handOver, EntitlementKind entitled, DateTimeOffset? brokenOff, DateTimeOffset now)
    {
        var key = string.Create(CultureInfo.InvariantCulture, $"{handOver.HandOverId}/{now:O}");
        var (source, request, name) = (sources.Of(handOver.Kind), sources.RequestOf(handOver), SecretLabels.NameOf(handOver.Kind));
        try
        {
            if (brokenOff is { } since)
                await source.WithdrawSinceAsync(request, since, CancellationToken.None);
            await audit.AppendAsync(Entry(handOver, $"{key}/before", AuditKinds.HandOverIntended, $"A {name} is about to be shown.", entitled, null), CancellationToken.None);

            var secret = await source.GetAsync(request, CancellationToken.None);
            var collected = await records.UpdateAsync(
                handOver.HandOverId, before => before with { State = HandOverState.Collected, SecretId = secret.Id }, CancellationToken.None);
            await audit.AppendAsync(Entry(collected, $"{key}/after", AuditKinds.HandOverCollected, $"A {name} was shown once.", entitled, secret), CancellationToken.None);
            await signal.SignalAsync(handOver.CaseId, CancellationToken.None);
            return new SecretOutcome(
                SecretOutcomeKind.Shown, secret.Parts, secret.ExpiresAt, $"Give this {SecretLabels.ShortOf(handOver.Kind)} to the person now. It is shown only this once.", CanBeVoided(handOver.Kind));
        }
        catch (VendorException fault)
        {
            return SecretOutcome.No(SecretOutcomeKind.Failed, $"No {SecretLabels.ShortOf(handOver.Kind)} could be shown: {fault.Message} {await TakeBackAsync(handOver, now)}");
        }
    }

    // A call that timed out may have made one: it is deleted before anybody may press again.
    private async Task<string> TakeBackAsync(HandOver handOver, DateTimeOffset since)
    {
        try
        {
            await sources.Of(handOver.Kind).WithdrawSinceAsync(sources.RequestOf(handOver), since, CancellationToken.None);
            await records.UpdateAsync(
                handOver.HandOverId, before => before with { State = HandOverState.Open, ShowingSince = null, CollectedBy = null, CollectedByName = null, Check = null, SecretId = null },
                CancellationToken.None);
            return "Nothing was left behind; you can press again.";
        }
        catch (VendorException)
        {
            // Stays claimed: the next press after the wait deletes first.
            return string.Create(CultureInfo.InvariantCulture, $"It could not be made sure that none was left behind; press again in {BrokenOffAfter.TotalMinutes} minutes.");
        }
    }

    // With beta endpoints on, the undo of a reading is a rotation.
    private bool CanBeVoided(SecretKind kind) =>
        kind != SecretKind.TemporaryPass && catalogue.Descriptors.Any(descriptor => descriptor.IsHandOver && descriptor.Secret == kind && descriptor.Reversibility == Reversibility.Undoable);

    private static SecretOutcome? Refusal(HandOver handOver, DateTimeOffset now)
    {
        var name = SecretLabels.ShortOf(handOver.Kind);
        return handOver.State switch
        {
            HandOverState.Collected => SecretOutcome.No(SecretOutcomeKind.AlreadyShown, $"The {name} was shown already, to {handOver.CollectedByName}. It cannot be shown again; ask for it in a new ticket."),
            HandOverState.Withdrawn => SecretOutcome.No(SecretOutcomeKind.Expired, $"The {name} was not collected in time or was withdrawn. The ticket is with a person."),
            _ when now >= handOver.ExpiresAt => SecretOutcome.No(SecretOutcomeKind.Expired, $"The time to collect the {name} is over. The ticket goes to a person."),
            HandOverState.Showing when now - handOver.ShowingSince < BrokenOffAfter => SecretOutcome.No(SecretOutcomeKind.BeingShown, $"The {name} is being shown to {handOver.CollectedByName} right now."),
            _ => null,
        };
    }

    private static IdentityCheck Cut(IdentityCheck check) =>
        check with { Note = string.IsNullOrWhiteSpace(check.Note) ? null : check.Note.Length <= MaxNoteLength ? check.Note.Trim() : check.Note[..MaxNoteLength].Trim() };

    private static AuditEvent Entry(HandOver handOver, string key, string kind, string summary, EntitlementKind entitled, HandedSecret? secret)
    {
        var facts = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["hand-over"] = handOver.HandOverId,
            ["plan-hash"] = handOver.PlanHash,
            ["target"] = handOver.DeviceId ?? handOver.SubjectId,
            ["secret"] = handOver.Kind.ToString(),
            ["entitled-as"] = entitled.ToString(),
        };
        if (handOver.Check is { } check)
            facts["identity-check"] = check.Method.ToString();
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
