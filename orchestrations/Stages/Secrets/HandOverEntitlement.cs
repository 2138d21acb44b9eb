using HelpDesk.Orchestrations.Domain.Directory;
using HelpDesk.Orchestrations.Domain.Policy;
using HelpDesk.Orchestrations.Domain.Remediations.Secrets;
using HelpDesk.Orchestrations.Foundation.Configuration;
using HelpDesk.Orchestrations.Ledger.Approvals;
using Microsoft.Extensions.Options;

namespace HelpDesk.Orchestrations.Stages.Secrets;

/// <summary>
/// Who may collect a secret: a service-desk member who records having checked the identity; for a pass also the subject's manager by the
/// directory as it is now. What opens a device is for the service desk alone: a manager may hold the device, too (docs/decisions/0020).
/// Never the subject or the requester: they would vouch for themselves. Never who approved it or opened the ticket
/// (<see cref="CollectorSeparation"/>).
/// </summary>
public sealed class HandOverEntitlement(IDirectory directory, PolicySet policy, CollectorSeparation separation, IOptions<HelpDeskOptions> options)
{
    /// <summary>How a person is entitled, or why not.</summary>
    public async Task<Entitlement> OfAsync(HandOver handOver, SignedInPerson person, CancellationToken cancellation)
    {
        var (name, isPass) = (SecretLabels.ShortOf(handOver.Kind), handOver.Kind == SecretKind.TemporaryPass);
        if (Is(person.ObjectId, handOver.SubjectId) || Is(person.ObjectId, handOver.RequesterId))
            return new Entitlement(EntitlementKind.None, $"The {name} is for you, so another person must give it to you: {(isPass ? "your manager or " : "")}the service desk.");
        if (await separation.WhyNotAsync(handOver, person.ObjectId, name, cancellation) is { } conflict)
            return new Entitlement(EntitlementKind.None, conflict);
        if (isPass && await directory.GetManagerAsync(handOver.SubjectId, cancellation) is { } manager && Is(manager.Id, person.ObjectId))
            return new Entitlement(EntitlementKind.Manager, null);
        var group = policy.Approvers.GetValueOrDefault(options.Value.HandOverGroup);
        if (group is not null && await directory.IsMemberAsync(person.ObjectId, group.GroupId, cancellation))
            return new Entitlement(EntitlementKind.ServiceDesk, null);
        return new Entitlement(EntitlementKind.None, $"Only {(isPass ? "the manager of the person or " : "")}a member of '{group?.Title ?? options.Value.HandOverGroup}' may collect this {name}.");
    }

    private static bool Is(string left, string right) => string.Equals(left, right, StringComparison.OrdinalIgnoreCase);
}

/// <summary>Whether a person may collect a secret.</summary>
/// <param name="Kind">By what.</param>
/// <param name="WhyNot">Why not; null when they may.</param>
public sealed record Entitlement(EntitlementKind Kind, string? WhyNot);

/// <summary>By what a person may collect a secret.</summary>
public enum EntitlementKind
{
    /// <summary>They may not.</summary>
    None,

    /// <summary>They are the subject's manager in the directory.</summary>
    Manager,

    /// <summary>They belong to the service desk; they must say how they checked the identity.</summary>
    ServiceDesk,
}
