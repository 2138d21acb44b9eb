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
/// The subject only after proof (<see cref="SubjectProof"/>), never on their word. Never who approved it, and no other person who opened the ticket
/// (<see cref="CollectorSeparation"/>).
/// </summary>
public sealed class HandOverEntitlement(IDirectory directory, PolicySet policy, CollectorSeparation separation, DeciderLiveness liveness, SubjectProof subjects, IOptions<HelpDeskOptions> options)
{
    /// <summary>How a person is entitled, or why not.</summary>
    public async Task<Entitlement> OfAsync(HandOver handOver, SignedInPerson person, CancellationToken cancellation)
    {
        var (name, isPass) = (SecretLabels.ShortOf(handOver.Kind), handOver.Kind == SecretKind.TemporaryPass);
        if (Is(person.ObjectId, handOver.SubjectId) || Is(person.ObjectId, handOver.RequesterId))
            return new Entitlement(EntitlementKind.None, isPass && await subjects.WhyNeverAsync(handOver, cancellation) is null
                ? $"The {name} is for you. Confirm who you are on your own page to collect it, or ask your manager or the service desk."
                : $"The {name} is for you, so another person must give it to you: {(isPass ? "your manager or " : "")}the service desk.");
        if (await separation.WhyNotAsync(handOver, person.ObjectId, name, cancellation) is { } conflict)
            return new Entitlement(EntitlementKind.None, conflict);
        if (await liveness.WhyNotAsync(person, cancellation) is { } gone)
            return new Entitlement(EntitlementKind.None, gone);
        if (isPass && await directory.GetManagerAsync(handOver.SubjectId, cancellation) is { } manager && Is(manager.Id, person.ObjectId))
            return new Entitlement(EntitlementKind.Manager, null);
        var group = policy.Approvers.GetValueOrDefault(options.Value.HandOverGroup);
        if (group is not null && await directory.IsMemberAsync(person.ObjectId, group.GroupId, cancellation))
            return new Entitlement(EntitlementKind.ServiceDesk, null);
        return new Entitlement(EntitlementKind.None, $"Only {(isPass ? "the manager of the person or " : "")}a member of '{group?.Title ?? options.Value.HandOverGroup}' may collect this {name}.");
    }

    /// <summary>Whether the person whose secret it is may collect it in a browser in which they proved who they are.</summary>
    /// <param name="handOver">The hand-over.</param>
    /// <param name="browser">Digest of their browser.</param>
    /// <param name="now">UTC.</param>
    /// <param name="cancellation">Stops the reading.</param>
    public async Task<Entitlement> OfSubjectAsync(HandOver handOver, string browser, DateTimeOffset now, CancellationToken cancellation) =>
        await subjects.WhyNotAsync(handOver, browser, now, cancellation) is { } whyNot ? new Entitlement(EntitlementKind.None, whyNot) : new Entitlement(EntitlementKind.Subject, null);

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

    /// <summary>They are the subject, and proved who they are.</summary>
    Subject,
}
