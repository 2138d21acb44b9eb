using System.Globalization;
using HelpDesk.Orchestrations.Domain.Directory;
using HelpDesk.Orchestrations.Domain.Notifications;
using HelpDesk.Orchestrations.Domain.Policy;
using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Ledger.Approvals;
using Microsoft.Extensions.Options;

namespace HelpDesk.Orchestrations.Flows.Tickets.Deciding;

/// <summary>Who is written to about an approval: the members of the group that is asked and, where they may decide, the manager; never the requester, the subject or who opened the ticket.</summary>
public sealed class ApproverRecipients(ApprovalStore approvals, ApprovalDelegations delegations, IDirectory directory, PolicySet policy, IOptions<ApproverChatOptions> options, TimeProvider time)
{
    /// <summary>Their object ids, in order.</summary>
    /// <param name="approvalId">The approval.</param>
    /// <param name="kind">Why they are written to: an escalation goes to the fallback group.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <exception cref="VendorException">The directory cannot be read now, or the group is too large to write to each of its members.</exception>
    public async Task<IReadOnlyList<PersonId>> OfAsync(string approvalId, NoticeKind kind, CancellationToken cancellation)
    {
        if (await approvals.VerifyAsync(approvalId, null, cancellation) is not { Request: { State: ApprovalState.Open } gate, Finding: null })
            return [];
        var people = new List<string>(await MembersAsync(kind == NoticeKind.Escalation ? gate.Requirement.FallbackGroup : gate.Requirement.ApproverGroup, cancellation));
        if (gate.Requirement.AsksManager && await directory.GetManagerAsync(gate.SubjectId, cancellation) is { } manager)
            people.Add(manager.Id);

        var recipients = new List<PersonId>();
        foreach (var person in people)
        {
            // Who is away does not get what another person decides meanwhile.
            var asked = gate.Requirement.Quorum == 1 && await delegations.OfAsync(new PersonId(person), time.GetUtcNow(), cancellation) is { } handed ? handed.To : new PersonId(person);
            if (SeparationOfDuties.WhyNot(asked, gate.RequesterId, gate.SubjectId, gate.OpenerIds) is null && !recipients.Exists(known => known.Is(asked)))
                recipients.Add(asked);
        }

        return recipients;
    }

    private async Task<IReadOnlyList<string>> MembersAsync(string name, CancellationToken cancellation)
    {
        if (policy.Approvers.GetValueOrDefault(name) is not { } group)
            return [];
        var most = options.Value.MostInChats;
        var members = await directory.GetMembersAsync(group.GroupId, most, cancellation) ?? [];
        return members.Count <= most
            ? members
            : throw new VendorException("chats", "too-many", string.Create(CultureInfo.InvariantCulture, $"'{group.Title}' has more than {most} members (Approvals:MostInChats), so they are not written to one by one."), isRetryable: false);
    }
}
