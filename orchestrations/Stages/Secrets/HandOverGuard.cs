using HelpDesk.Orchestrations.Domain.Directory;
using HelpDesk.Orchestrations.Domain.Policy;
using HelpDesk.Orchestrations.Domain.Remediations.Secrets;
using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Ledger.Cases;
using HelpDesk.Orchestrations.Ledger.Switches;

namespace HelpDesk.Orchestrations.Stages.Secrets;

/// <summary>
/// Whether a secret may still be shown. Hours may have passed since the approval: nothing is shown for an account that may not be touched any
/// more, or for a device that has another user now.
/// </summary>
public sealed class HandOverGuard(IDirectory directory, PolicySet policy, KillSwitch killSwitch, ITicketStanding ticket)
{
    /// <summary>Why not, for the page; null when it may be shown.</summary>
    public async Task<string?> WhyNotAsync(HandOver handOver, CancellationToken cancellation)
    {
        if (await killSwitch.IsOnAsync(cancellation))
            return "The kill switch is on: an operator has stopped all changes.";
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
        if (await TicketStopAsync(handOver.CaseId, cancellation) is { } stop)
            return stop;
        return handOver.DeviceId is { } device && (await directory.GetDeviceAsync(device, cancellation))?.OwnerId != handOver.SubjectId
            ? "The device has another user since, or is not managed any more."
            : null;
    }

    // Hours may have passed: what became of the ticket counts, not what was last heard of it.
    private async Task<string?> TicketStopAsync(CaseId caseId, CancellationToken cancellation)
    {
        try
        {
            return (await ticket.ReadAsync(caseId, cancellation))?.Why;
        }
        catch (VendorException fault)
        {
            return $"The ticket cannot be read right now, so nothing is shown: {fault.Message} Try again later.";
        }
    }
}
