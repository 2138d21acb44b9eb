using HelpDesk.Orchestrations.Domain.Directory;
using HelpDesk.Orchestrations.Foundation.Configuration;
using HelpDesk.Orchestrations.Ledger.Approvals;
using Microsoft.Extensions.Options;

namespace HelpDesk.Orchestrations.Flows.Tickets.Deciding;

/// <summary>Where an approval is decided by sign-in, and how far a chat stands in for one.</summary>
public sealed class DecisionPages(IOptions<HelpDeskOptions> options, TimeProvider time)
{
    // A chat does not say when its person signed in. So long the access token of a session that was ended may still be good (continuous access evaluation
    // lets one live for 28 hours): whose sessions were ended within that time decides on the page.
    private static readonly TimeSpan OldestSession = TimeSpan.FromHours(28);

    /// <summary>The page of an approval.</summary>
    public Uri Of(string approvalId) => options.Value.Page($"approvals/{Uri.EscapeDataString(approvalId)}");

    /// <summary>Who pressed a button in a chat that proves the Entra account, as somebody who signed in as long ago as is possible.</summary>
    public SignedInPerson Decider(Person person) =>
        new(person.Id, DisplayText.Of(person.DisplayName, person.UserPrincipalName), person.UserPrincipalName) { SignedInAt = time.GetUtcNow() - OldestSession };
}
