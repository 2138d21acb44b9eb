using HelpDesk.Orchestrations.Domain.Remediations.Secrets;
using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Ledger.Approvals;

namespace HelpDesk.Orchestrations.Stages.Secrets;

/// <summary>
/// Where a secret is made or read and shown, once. Order: claim by ETag, audit, make or read, record, show. What was made for a showing
/// that broke off is deleted before another is made, so that there is never one that nobody saw.
/// </summary>
public sealed class HandOverService(HandOverRecords records, HandOverEntitlement entitlement, HandOverGuard guard, HandOverProof proof, SecretShowing showing, TimeProvider time)
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
        return await ShowAsync(handOver, () => entitlement.OfAsync(handOver, person, cancellation), person.ObjectId, person.Name, check, cancellation);
    }

    /// <summary>Makes the secret and gives it to the person whose it is, after proof.</summary>
    /// <param name="handOverId">The hand-over.</param>
    /// <param name="browser">Digest of the browser in which they proved who they are.</param>
    /// <param name="cancellation">Stops the call before anything is made, not after.</param>
    public async Task<SecretOutcome> ShowToSubjectAsync(string handOverId, string browser, CancellationToken cancellation)
    {
        if (await records.FindAsync(handOverId, cancellation) is not { } handOver)
            return SecretOutcome.No(SecretOutcomeKind.NotFound, "There is no such secret hand-over.");
        return await ShowAsync(handOver, () => entitlement.OfSubjectAsync(handOver, browser, time.GetUtcNow(), cancellation), handOver.SubjectId, handOver.SubjectName, null, cancellation);
    }

    private async Task<SecretOutcome> ShowAsync(
        HandOver handOver, Func<Task<Entitlement>> entitle, PersonId collectorId, string collectorName, IdentityCheck? check, CancellationToken cancellation)
    {
        if (await proof.WhyNotAsync(handOver, cancellation) is { } notGenuine)
            return SecretOutcome.No(SecretOutcomeKind.NotAllowed, notGenuine);
        if (await proof.StateAsync(handOver, records, cancellation) == HandOverState.Collected)
            return Refusal(handOver with { State = HandOverState.Collected }, time.GetUtcNow())!;
        var entitled = await entitle();
        if (entitled.Kind == EntitlementKind.None)
            return SecretOutcome.No(SecretOutcomeKind.NotAllowed, entitled.WhyNot!);
        if (entitled.Kind == EntitlementKind.ServiceDesk && (check is null || !Enum.IsDefined(check.Method)))
            return SecretOutcome.No(SecretOutcomeKind.IdentityCheckNeeded, "First say how you made sure that it is the right person.");
        if (await guard.WhyNotAsync(handOver, cancellation) is { } changed)
            return SecretOutcome.No(SecretOutcomeKind.NotAllowed, changed);

        var now = time.GetUtcNow();
        var brokenOff = handOver is { State: HandOverState.Showing, ShowingSince: { } since } && now - since >= BrokenOffAfter ? since : (DateTimeOffset?)null;
        var refusal = (SecretOutcome?)null;
        var claimed = await records.UpdateAsync(
            handOver.HandOverId,
            before => (refusal = Refusal(before, now)) is not null
                ? before
                : before with
                {
                    State = HandOverState.Showing,
                    ShowingSince = now,
                    CollectedBy = collectorId,
                    CollectedByName = collectorName,
                    Check = entitled.Kind == EntitlementKind.ServiceDesk ? Cut(check!) : null,
                },
            cancellation);
        if (refusal is not null)
            return refusal;
        return await showing.ShowAsync(claimed, entitled.Kind, brokenOff, now);
    }

    private static SecretOutcome? Refusal(HandOver handOver, DateTimeOffset now)
    {
        var name = SecretLabels.ShortOf(handOver.Kind);
        return handOver.State switch
        {
            HandOverState.Collected => SecretOutcome.No(SecretOutcomeKind.AlreadyShown, $"The {name} was shown already, to {handOver.CollectedByName ?? "another person"}. It cannot be shown again; ask for it in a new ticket."),
            HandOverState.Withdrawn => SecretOutcome.No(SecretOutcomeKind.Expired, $"The {name} was not collected in time or was withdrawn. The ticket is with a person."),
            _ when now >= handOver.ExpiresAt => SecretOutcome.No(SecretOutcomeKind.Expired, $"The time to collect the {name} is over. The ticket goes to a person."),
            HandOverState.Showing when now - handOver.ShowingSince < BrokenOffAfter => SecretOutcome.No(SecretOutcomeKind.BeingShown, $"The {name} is being shown to {handOver.CollectedByName} right now."),
            _ => null,
        };
    }

    private static IdentityCheck Cut(IdentityCheck check) =>
        check with { Note = string.IsNullOrWhiteSpace(check.Note) ? null : check.Note.Length <= MaxNoteLength ? check.Note.Trim() : check.Note[..MaxNoteLength].Trim() };
}
