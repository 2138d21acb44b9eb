using HelpDesk.Orchestrations.Domain.Directory;
using HelpDesk.Orchestrations.Domain.Policy;
using HelpDesk.Orchestrations.Foundation.Configuration;
using HelpDesk.Orchestrations.Ledger.Approvals;
using Microsoft.Extensions.Options;

namespace HelpDesk.Web.RemoteSessions;

/// <summary>Who may ask for a remote session: members of the service desk's group, by the directory as it is now.</summary>
public sealed class TechnicianAccess(IDirectory directory, PolicySet policy, DeciderLiveness liveness, IOptions<HelpDeskOptions> options)
{
    /// <summary>Why a person may not; null when they may.</summary>
    public async Task<string?> WhyNotAsync(SignedInPerson person, CancellationToken cancellation)
    {
        if (await liveness.WhyNotAsync(person, cancellation) is { } gone)
            return gone;
        return policy.Approvers.GetValueOrDefault(options.Value.HandOverGroup) is { } group && await directory.IsMemberAsync(person.ObjectId, group.GroupId, cancellation)
            ? null
            : $"Only members of the group {options.Value.HandOverGroup} start remote sessions. Ask your service desk lead.";
    }
}
