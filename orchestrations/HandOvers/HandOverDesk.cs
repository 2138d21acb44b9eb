using System.Globalization;
using HelpDesk.Orchestrations.Approvals;
using HelpDesk.Orchestrations.Audit;
using HelpDesk.Orchestrations.Cases;
using HelpDesk.Orchestrations.Directory;
using HelpDesk.Orchestrations.Policy;
using Microsoft.Extensions.Options;

namespace HelpDesk.Orchestrations.HandOvers;

/// <summary>
/// Where a pass is made and shown, once. Order: claim by ETag, audit, make, record, show. A pass whose showing broke off is
/// deleted before another is made, so that there is never one that nobody saw.
/// </summary>
public sealed class HandOverDesk(
    HandOverRecords records, HandOverEntitlement entitlement, IPassMint mint, IDirectory directory, PolicySet policy, KillSwitch killSwitch,
    IAuditLog audit, CaseWaker waker, IOptions<HelpDeskOptions> options, TimeProvider time)
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

    /// <summary>Makes the pass and gives it to this one caller.</summary>
    /// <param name="handOverId">The hand-over.</param>
    /// <param name="person">Who presses, signed in.</param>
    /// <param name="check">How the identity was checked; needed from a service-desk member.</param>
    /// <param name="cancellation">Stops the call before the pass is made, not after.</param>
    public async Task<PassOutcome> ShowPassAsync(string handOverId, SignedInPerson person, IdentityCheck? check, CancellationToken cancellation)
    {
        if (await records.FindAsync(handOverId, cancellation) is not { } handOver)
            return PassOutcome.No(PassOutcomeKind.NotFound, "There is no such hand-over.");
        var entitled = await entitlement.OfAsync(handOver, person, cancellation);
        if (entitled.Kind == EntitlementKind.None)
            return PassOutcome.No(PassOutcomeKind.NotAllowed, entitled.WhyNot!);
        if (entitled.Kind == EntitlementKind.ServiceDesk && (check is null || !Enum.IsDefined(check.Method)))
            return PassOutcome.No(PassOutcomeKind.IdentityCheckNeeded, "First say how you made sure that it is the right person.");
        if (await killSwitch.IsOnAsync(cancellation))
            return PassOutcome.No(PassOutcomeKind.NotAllowed, "The kill switch is on: an operator has stopped all changes.");
        if (await WhyNotForAsync(handOver.SubjectId, cancellation) is { } changed)
            return PassOutcome.No(PassOutcomeKind.NotAllowed, changed);

        var now = time.GetUtcNow();
        var brokenOff = handOver is { State: HandOverState.Showing, ShowingSince: { } since } && now - since >= BrokenOffAfter ? since : (DateTimeOffset?)null;
        var refusal = (PassOutcome?)null;
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

    // Hours may have passed since the approval: a pass is not made for an account that has become one nobody may touch.
    private async Task<string?> WhyNotForAsync(string subjectId, CancellationToken cancellation)
    {
        if (await directory.GetPersonAsync(subjectId, cancellation) is not { } person)
            return "The account is no longer in the directory.";
        if (!person.AccountEnabled)
            return "Sign-in of the account has been blocked since; a pass would not help.";
        if (person.IsPrivileged)
            return "The account has become an administrator's since; a person of the identity team must do this.";
        return policy.Protection.BreakGlassAccounts.Contains(person.Id) || person.GroupIds.Any(policy.Protection.BreakGlassGroups.Contains)
            ? "A break-glass account is never touched."
            : null;
    }

    // From here on a disconnected browser must not leave a half-made pass behind: no cancellation.
    private async Task<PassOutcome> MakeAsync(HandOver handOver, EntitlementKind entitled, DateTimeOffset? brokenOff, DateTimeOffset now)
    {
        var key = string.Create(CultureInfo.InvariantCulture, $"{handOver.HandOverId}/{now:O}");
        try
        {
            if (brokenOff is { } since)
                await mint.WithdrawSinceAsync(handOver.SubjectId, since, CancellationToken.None);
            await audit.AppendAsync(Entry(handOver, $"{key}/before", AuditKinds.HandOverIntended, "A pass is about to be made and shown.", entitled, null), CancellationToken.None);

            var pass = await mint.MintAsync(handOver.SubjectId, options.Value.PassLifetime, CancellationToken.None);
            var collected = await records.UpdateAsync(
                handOver.HandOverId, before => before with { State = HandOverState.Collected, PassId = pass.Id }, CancellationToken.None);
            await audit.AppendAsync(Entry(collected, $"{key}/after", AuditKinds.HandOverCollected, "A pass was made and shown once.", entitled, pass), CancellationToken.None);
            await waker.WakeAsync(handOver.CaseId, CancellationToken.None);
            return new PassOutcome(PassOutcomeKind.Shown, pass.Secret, pass.ExpiresAt, "Give this pass to the person now. It is shown only this once.");
        }
        catch (VendorException fault)
        {
            return PassOutcome.No(PassOutcomeKind.Failed, $"No pass could be shown: {fault.Message} {await TakeBackAsync(handOver, now)}");
        }
    }

    // A call that timed out may have made a pass: it is deleted before anybody may press again.
    private async Task<string> TakeBackAsync(HandOver handOver, DateTimeOffset since)
    {
        try
        {
            await mint.WithdrawSinceAsync(handOver.SubjectId, since, CancellationToken.None);
            await records.UpdateAsync(
                handOver.HandOverId, before => before with { State = HandOverState.Open, ShowingSince = null, CollectedBy = null, CollectedByName = null, Check = null, PassId = null },
                CancellationToken.None);
            return "Nothing was left behind; you can press again.";
        }
        catch (VendorException)
        {
            // Stays claimed: the next press after the wait deletes first.
            return string.Create(CultureInfo.InvariantCulture, $"It could not be made sure that none was left behind; press again in {BrokenOffAfter.TotalMinutes} minutes.");
        }
    }

    private static PassOutcome? Refusal(HandOver handOver, DateTimeOffset now) => handOver.State switch
    {
        HandOverState.Collected => PassOutcome.No(PassOutcomeKind.AlreadyShown, $"The pass was shown already, to {handOver.CollectedByName}. It cannot be shown again; ask for a new one in a new ticket."),
        HandOverState.Withdrawn => PassOutcome.No(PassOutcomeKind.Expired, "The pass was not collected in time or was taken back. The ticket is with a person."),
        _ when now >= handOver.ExpiresAt => PassOutcome.No(PassOutcomeKind.Expired, "The time to collect the pass is over. The ticket goes to a person."),
        HandOverState.Showing when now - handOver.ShowingSince < BrokenOffAfter => PassOutcome.No(PassOutcomeKind.BeingShown, $"The pass is being shown to {handOver.CollectedByName} right now."),
        _ => null,
    };

    private static IdentityCheck Cut(IdentityCheck check) =>
        check with { Note = string.IsNullOrWhiteSpace(check.Note) ? null : check.Note.Length <= MaxNoteLength ? check.Note.Trim() : check.Note[..MaxNoteLength].Trim() };

    private static AuditEvent Entry(HandOver handOver, string key, string kind, string summary, EntitlementKind entitled, MintedPass? pass)
    {
        var facts = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["hand-over"] = handOver.HandOverId,
            ["plan-hash"] = handOver.PlanHash,
            ["target"] = handOver.SubjectId,
            ["entitled-as"] = entitled.ToString(),
        };
        if (handOver.Check is { } check)
            facts["identity-check"] = check.Method.ToString();
        if (pass is not null)
        {
            facts["pass-id"] = pass.Id;
            facts["valid-until"] = pass.ExpiresAt.ToString("O", CultureInfo.InvariantCulture);
            if (pass.RequestId is { } requestId)
                facts["request-id"] = requestId;
        }

        return new AuditEvent(handOver.CaseId, key, kind, $"person:{handOver.CollectedBy}", summary, facts);
    }
}
